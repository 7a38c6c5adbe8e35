package io.adskull.notifier;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who reads a mailbox, and is asked whether AdSkull's mail is welcome there.
public record Reader(MailReceiver mail, String address) {
    private static final Pattern LINK = Pattern.compile("^Confirm: (\\S+)$", Pattern.MULTILINE);

    /// Mails that ask so, in order of arrival.
    public List<MimeMessage> asked() {
        return mail.about("May AdSkull write to " + address + "?");
    }

    /// Follows the link of the newest of so many, and presses the button.
    public void confirms(int mails) {
        press(link(mails)).statusCode(200);
    }

    public void confirms() {
        confirms(1);
    }

    /// Where the newest of so many mails leads.
    public String link(int mails) {
        TenantStory.patiently().until(() -> asked().size() >= mails);
        Matcher link = LINK.matcher(MailReceiver.text(asked().getLast()).replace("\r\n", "\n"));
        if (!link.find()) {
            throw new AssertionError("the mail has no link");
        }
        URI uri = URI.create(link.group(1));
        return uri.getPath() + "?" + uri.getQuery();
    }

    public static ValidatableResponse open(String link) {
        return given().get(link).then();
    }

    public static ValidatableResponse press(String link) {
        return given().contentType("application/x-www-form-urlencoded")
                .post(link)
                .then();
    }
}
