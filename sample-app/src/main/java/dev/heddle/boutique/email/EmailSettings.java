package dev.heddle.boutique.email;

import dev.heddle.component.ComponentSettings;
import dev.heddle.component.DefaultValue;

/**
 * How mail is sent.
 *
 * @param from the sender's address
 */
@ComponentSettings
record EmailSettings(@DefaultValue("orders@boutique.example") String from) {

  EmailSettings {
    if (from.indexOf('@') < 1) throw new IllegalArgumentException("from has the form name@domain");
  }
}
