package dev.latchkey.http;

/** An answer that carries a token, and is kept by no cache. */
public interface Confidential {}
