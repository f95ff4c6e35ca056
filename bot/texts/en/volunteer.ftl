# Texts for volunteers. The rules of common.ftl hold here.
