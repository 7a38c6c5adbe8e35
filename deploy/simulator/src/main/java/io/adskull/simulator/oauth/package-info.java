/// OAuth 2 as the ad platforms speak it: one engine, and what differs as data in `platforms/<id>/oauth.yaml`.
@NullMarked
package io.adskull.simulator.oauth;

import org.jspecify.annotations.NullMarked;
