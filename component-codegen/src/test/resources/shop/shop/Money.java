package shop;

public record Money(String currency, long units, int nanos) {}
