"""The design of documents: the styles, and the template made from them.

``python -m cableconv.exporters.docx.design`` regenerates the committed ``template.docx``
after a change here.
"""
