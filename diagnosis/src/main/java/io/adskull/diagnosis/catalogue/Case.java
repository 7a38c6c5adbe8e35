package io.adskull.diagnosis.catalogue;

import io.adskull.contract.account.Resource;
import io.adskull.diagnosis.Circumstances.Standing;
import io.adskull.diagnosis.Circumstances.Visibility;
import io.adskull.diagnosis.dialect.PlatformError;
import java.util.Optional;

/// One failing answer with all that rules may ask about it.
///
/// @param words the message in the form that patterns are written in
/// @param path of the endpoint in lower case; empty when unknown
/// @param vague whether no code says anything by itself, so that weak words may decide
record Case(
        PlatformError error,
        String words,
        String path,
        Optional<Resource> resource,
        Visibility visibility,
        Standing connection,
        Grant grant,
        boolean reconnectedInVain,
        boolean vague) {}
