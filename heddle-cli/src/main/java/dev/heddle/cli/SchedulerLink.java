package dev.heddle.cli;

/**
 * Where a scheduler can be asked, and what one must say to change something there.
 *
 * @param url of its dashboard
 * @param token known to whoever may move components
 */
record SchedulerLink(String url, String token) {

  /** For a browser: the token is not sent, but read by the page. */
  String page() {
    return url + "/#token=" + token;
  }

  /** Does not say the token: this may stand in a log. */
  @Override
  public String toString() {
    return url;
  }
}
