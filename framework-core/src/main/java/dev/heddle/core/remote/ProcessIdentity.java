package dev.heddle.core.remote;

/**
 * Who a process is.
 *
 * @param application name of the application
 * @param revision its revision; processes of different ones do not call each other
 * @param process name of the process, unique among those of the application
 * @param pid number of the process on its machine
 */
public record ProcessIdentity(String application, String revision, String process, long pid) {}
