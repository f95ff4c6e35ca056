# Texts for coordinators. The rules of common.ftl hold here.
