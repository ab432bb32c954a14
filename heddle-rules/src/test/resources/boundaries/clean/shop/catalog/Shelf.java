package shop.catalog;

import java.nio.file.Path;

public record Shelf(Path file) {}
