package dev.heddle.sandbox.engine;

/**
 * What a guest may use until it is given more.
 *
 * @param fuel instructions, about
 * @param stack depth of calls, in units of a frame of 16 locals
 * @param bytes what it may allocate
 */
public record Budget(long fuel, int stack, long bytes) {}
