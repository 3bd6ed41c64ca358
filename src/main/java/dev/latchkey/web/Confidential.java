package dev.latchkey.web;

/** An answer that carries a token, and is kept by no cache. */
public interface Confidential {}
