package io.adskull.diagnosis.catalogue;

import io.adskull.contract.account.Resource;
import io.adskull.diagnosis.Circumstances.Visibility;
import io.adskull.diagnosis.dialect.PlatformError;
import java.util.Optional;

/// One failing answer with all that rules may ask about it.
///
/// @param words the message in the form that patterns are written in
/// @param path of the endpoint in lower case; empty when unknown
record Case(PlatformError error, String words, String path, Optional<Resource> resource, Visibility visibility) {}
