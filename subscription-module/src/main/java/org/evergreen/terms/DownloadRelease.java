package org.evergreen.terms;

/** When a subscriber gets the files of a downloadable product. */
public enum DownloadRelease {
  /** All files at once, later ones as soon as they are there. */
  ALL_AT_ONCE,
  /** The files of the start at once; one that was added later after the next paid renewal. */
  AFTER_RENEWAL
}
