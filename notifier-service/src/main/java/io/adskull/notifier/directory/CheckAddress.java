package io.adskull.notifier.directory;

import io.adskull.notifier.channel.webhook.WebhookSecret;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether an address that a person gave can be a destination's. What it throws says what to write instead and
/// repeats no secret.
@ApplicationScoped
class CheckAddress {
    private static final Pattern MAILBOX = Pattern.compile("[^\\s@,<>\"]{1,64}@[^\\s@,<>\"]{1,190}");
    private static final Pattern CHANNEL = Pattern.compile("[CG][A-Z0-9]{6,20}");
    private static final Pattern TOKEN = Pattern.compile("xox[a-z][A-Za-z0-9.-]{1,500}");
    private static final int LONGEST = 2000;
    private static final int SECRET_BYTES = 32;

    private final Settings settings;
    private final SecureRandom random = new SecureRandom();

    CheckAddress(Settings settings) {
        this.settings = settings;
    }

    /// @param secret of a webhook, where one is made if it is missing, or a bot's token
    /// @throws BadRequest when it is no address of this kind
    Address of(Kind kind, String given, Optional<String> secret) {
        String value = given.strip();
        if (value.length() > LONGEST) {
            throw new BadRequest("The address is longer than " + LONGEST + " characters.");
        }
        return switch (kind) {
            case SLACK -> new Address(slack(value), "");
            case SLACK_BOT -> new Address(channel(value), token(secret));
            case EMAIL -> new Address(mailbox(value), "");
            case WEBHOOK -> new Address(web(value), secret.map(this::checked).orElseGet(this::newSecret));
        };
    }

    /// What people may see of it where they gave it no name of their own.
    static String shown(Kind kind, Address address) {
        return switch (kind) {
            case SLACK -> "Slack";
            case SLACK_BOT -> "Slack channel " + address.value();
            case EMAIL -> address.value();
            case WEBHOOK -> URI.create(address.value()).getHost();
        };
    }

    private String slack(String value) {
        boolean known = settings.slackWebhookAddresses().stream().anyMatch(value::startsWith);
        if (!known || !isWeb(value)) {
            throw new BadRequest("A Slack address is an incoming webhook: make one at https://api.slack.com/apps, it"
                    + " begins with " + settings.slackWebhookAddresses().getFirst() + ".");
        }
        return value;
    }

    private static String channel(String value) {
        if (!CHANNEL.matcher(value).matches()) {
            throw new BadRequest(
                    "The address of a bot is Slack's id of the channel, such as C024BE91L: it stands at the"
                            + " bottom of the channel's details.");
        }
        return value;
    }

    private static String token(Optional<String> given) {
        return given.map(String::strip)
                .filter(token -> TOKEN.matcher(token).matches())
                .orElseThrow(() -> new BadRequest("secret is the token of the app's bot, which begins with xoxb-."));
    }

    private static String mailbox(String value) {
        if (!MAILBOX.matcher(value).matches()) {
            throw new BadRequest("An e-mail address is one address such as media-buyers@northwind.example.");
        }
        return value;
    }

    private String web(String value) {
        boolean allowed = value.startsWith("https://") || settings.plainHttp() && value.startsWith("http://");
        if (!allowed || !isWeb(value)) {
            throw new BadRequest("A webhook's address begins with https:// and names a host.");
        }
        return value;
    }

    private static boolean isWeb(String value) {
        try {
            URI url = URI.create(value);
            return url.getHost() != null && url.getUserInfo() == null && url.getFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private String checked(String secret) {
        try {
            WebhookSecret.parse(secret);
            return secret.strip();
        } catch (IllegalArgumentException e) {
            throw new BadRequest(e.getMessage() + ".");
        }
    }

    private String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }

    /// Which addresses tenants may give.
    @ConfigMapping(prefix = "adskull.destinations")
    interface Settings {
        /// How the incoming webhooks of Slack begin.
        @WithDefault("https://hooks.slack.com/services/,https://hooks.slack-gov.com/services/")
        List<String> slackWebhookAddresses();

        /// Whether webhooks may be called without TLS. For one machine only.
        @WithDefault("false")
        boolean plainHttp();
    }
}
