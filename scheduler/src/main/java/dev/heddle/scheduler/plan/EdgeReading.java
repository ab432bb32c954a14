package dev.heddle.scheduler.plan;

/**
 * What has been counted of the calls of one method along one edge that went to one place. All
 * figures only grow, until the process that counts them starts anew.
 *
 * @param caller who calls
 * @param callee name of the called component
 * @param method name of the called method
 * @param place where the calls went
 * @param calls how many
 * @param bytes of requests and responses, where they were encoded
 * @param timed how many of the calls were timed
 * @param timedNanos how long those took together, with all that they called
 */
public record EdgeReading(
    String caller,
    String callee,
    String method,
    Place place,
    long calls,
    long bytes,
    long timed,
    long timedNanos) {}
