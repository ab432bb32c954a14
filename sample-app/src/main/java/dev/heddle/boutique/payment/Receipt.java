package dev.heddle.boutique.payment;

import dev.heddle.boutique.values.Money;

/**
 * Proof of a charge.
 *
 * @param transactionId the charge's number
 * @param amount what was charged
 * @param brand the card's brand
 * @param lastFour the last four digits of the card's number
 */
public record Receipt(String transactionId, Money amount, CardBrand brand, String lastFour) {}
