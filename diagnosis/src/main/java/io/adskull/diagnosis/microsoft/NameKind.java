package io.adskull.diagnosis.microsoft;

import io.adskull.diagnosis.dialect.Recent;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the symbolic name of an error says by how it is built. Microsoft has more than a thousand such names, and new
/// ones each month; rules about a kind ask for the code `kind.…`, after those about the name itself.
enum NameKind {
    RATE("ratelimit|rateexceeded|callsperm|nomorecalls|throttl|concurrent|requestquota"),
    MAINTENANCE("readonlymode|maintenance"),
    VERSION("deprecat|sunset|(?:invalid|unsupported)(?:api)?version|versionnotsupported|nolongersupported"),
    PERMISSION("notauthori[sz]ed|unauthori[sz]ed|accessdenied|permission|nothaveaccess|notallowedforuser"),
    PILOT(
            "pilot|noteligible|notenabledfor|featurenot|notinpilot|notsupportedfor(?:customer|account)|allowlist|whitelist"),
    BILLING("payment|creditcard|insufficientfunds|prepay|balance|creditlimit|billto"),
    POLICY("editorial|trademark|disapprov|policy|prohibited"),
    DUPLICATE("duplicate|already(?:exists?|associated|shared|in)|conflict|concurren"),
    TERMS("termsand|terms(?:of|not)|agreement"),
    GONE("not(?:exist|found)|doesnotexist|nonexist|isdeleted|notexistent|hasbeendeleted"),
    LIMIT("maximum\\w*(?:reached|exceeded)|max\\w*reached|accountlimit|entitylimitexceeded|quota"),
    FAULT("internal|unexpected|timeout|timedout|systemerror|servererror|unavailable|tryagain"),
    CHOICE("(?:budget|\\bbids?|bids?(?:amount|value|too|less|more|is|below|above)|image|finalurl|adtext|adtitle)"),
    REQUEST("invalid|null|missing|required|toolong|notpassed|cannot|must|format|mismatch|range|exceed|notsupported"
            + "|notvalid|notset|should|unsupported|empty|notmatch|validation|notallowed|limit|less|greater|notnull");

    private static final Recent<String, Optional<NameKind>> KNOWN = new Recent<>(1_024);

    private final Pattern names;

    NameKind(String names) {
        this.names = Pattern.compile(names);
    }

    static Optional<NameKind> of(String name) {
        return KNOWN.get(name, NameKind::find);
    }

    private static Optional<NameKind> find(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        for (NameKind kind : values()) {
            if (kind.names.matcher(plain).find()) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    String code() {
        return "kind." + name().toLowerCase(Locale.ROOT);
    }
}
