"""Makes what one person writes or sends safe to hand to the other side of an anonymous relay.

Everything here is pure and synchronous: bytes and words in, bytes and words out. Pictures cost time
(a second at most) and memory (about eight bytes a pixel), so callers run them in a thread.
"""
