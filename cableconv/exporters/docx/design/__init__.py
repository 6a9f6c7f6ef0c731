"""How a document looks: the styles, and the template that is made of them.

``python -m cableconv.exporters.docx.design`` regenerates the committed ``template.docx``
after a change here.
"""
