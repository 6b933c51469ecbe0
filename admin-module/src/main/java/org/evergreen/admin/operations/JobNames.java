package org.evergreen.admin.operations;

import java.util.Map;

/** What jobs are called on the merchant's pages, and what running one does. */
class JobNames {

  private static final String PREFIX = "evergreen-";

  private static final Map<String, String> WORK =
      Map.of(
          "evergreen-renewals", "Charges everything that is due.",
          "evergreen-recovery", "Asks gateways for missing answers and places missing orders.",
          "evergreen-change-recovery", "Places missing orders of changes.",
          "evergreen-calendar", "Resumes and ends subscriptions whose day has come.",
          "evergreen-notices", "Sends the e-mails that wait.",
          "evergreen-reminders", "Queues reminders of coming payments and ends.",
          "evergreen-webhooks", "Works off what gateways told the shop.",
          "evergreen-old-webhooks", "Forgets what gateways told the shop long ago.");

  /** For example "Change recovery" for {@code evergreen-change-recovery}. */
  public String label(String job) {
    String words = job.startsWith(PREFIX) ? job.substring(PREFIX.length()) : job;
    words = words.replace('-', ' ');
    return words.isEmpty() ? job : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** What a run does, in a sentence. */
  public String work(String job) {
    return WORK.getOrDefault(job, "Does what is due of it.");
  }
}
