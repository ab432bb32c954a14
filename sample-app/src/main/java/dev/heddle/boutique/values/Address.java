package dev.heddle.boutique.values;

/**
 * Where a parcel goes.
 *
 * @param street 1 to 100 characters
 * @param zipCode 1 to 16 characters
 * @param city 1 to 100 characters
 * @param state up to 64 characters, empty where there is none
 * @param country 1 to 100 characters
 */
public record Address(String street, String zipCode, String city, String state, String country) {
  public Address {
    Require.text("A street", street, 1, 100);
    Require.text("A postal code", zipCode, 1, 16);
    Require.text("A city", city, 1, 100);
    Require.text("A state", state, 0, 64);
    Require.text("A country", country, 1, 100);
  }
}
