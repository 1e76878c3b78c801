package org.eoslab.job;

/** The version of the program, written into every run. */
public final class Version {
    private Version() {}

    /** The version in the jar's manifest, or {@code development}. */
    public static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
