package io.adskull.local.demo;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The one form of a simulated consent page.
///
/// @param action where it is sent
record ConsentPage(URI action) {

    private static final Pattern FORM = Pattern.compile("<form\\b[^>]*\\baction=\"([^\"]*)\"");

    /// @param address where the page was found, also where a form without an action goes
    static ConsentPage read(URI address, String html) {
        Matcher form = FORM.matcher(html);
        return new ConsentPage(form.find() ? address.resolve(form.group(1).replace("&amp;", "&")) : address);
    }

    /// What is sent when this login agrees. Without the page's check boxes everything counts as ticked, and what
    /// the demo makes of a login stays as it is.
    static String agreedBy(DemoLogin login) {
        return "login=" + login.login() + "&decision=authorize";
    }
}
