"""How a document looks: the styles, and the template that is made of them.

``python -m cableconv.exporters.docx.design`` makes the committed ``template.docx`` anew
after a change here.
"""
