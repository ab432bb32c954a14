package dev.heddle.component.spi;

/**
 * Something wrong with a component's settings.
 *
 * @param key the setting; empty when it is about several
 * @param found what was found, as a clause
 * @param remedy what to do about it, as a sentence without its stop
 */
public record WrongSetting(String key, String found, String remedy) {}
