package dev.heddle.benchmarks.boutique;

/**
 * A request, and how to know that its answer is right.
 *
 * @param method of HTTP
 * @param body what is sent along; nothing when it is empty
 * @param status of the right answer
 * @param word stands in the right answer's body
 */
record Visit(String method, String path, String body, int status, String word) {}
