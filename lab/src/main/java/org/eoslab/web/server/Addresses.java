package org.eoslab.web.server;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eoslab.experiment.InputException;

/** The names by which a server that listens on an address is called, as they stand in a URL. */
public final class Addresses {
    private Addresses() {}

    /** Those of a server on {@code host}: of one that listens everywhere, every address of this machine. */
    public static Set<String> of(String host) {
        Set<String> names = new LinkedHashSet<>();
        names.add(inUrl(host));
        InetAddress address = address(host);
        if (address.isLoopbackAddress() || address.isAnyLocalAddress()) {
            names.add("127.0.0.1");
            names.add("localhost");
            names.add("[::1]");
        }
        if (address.isAnyLocalAddress()) {
            try {
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .forEach(a -> names.add(inUrl(a.getHostAddress().replaceFirst("%.*", ""))));
                names.add(InetAddress.getLocalHost().getHostName());
            } catch (SocketException | UnknownHostException e) {
                names.add(address.getHostAddress()); // a machine that does not know its own name
            }
        } else {
            names.add(inUrl(address.getHostAddress().replaceFirst("%.*", "")));
        }
        return names;
    }

    /** Whether only this machine reaches it. */
    public static boolean isLoopback(String host) {
        return address(host).isLoopbackAddress();
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new InputException("--host: " + host + " is not allowed; it must be an address of this machine");
        }
    }

    /** An address of version 6 short, in brackets. */
    public static String inUrl(String host) {
        if (!host.contains(":") || host.startsWith("[")) {
            return host;
        }
        return "[" + host.replaceFirst("^(0+:)+0*1$", "::1") + "]";
    }
}
