#include "http/responder.hpp"

#include "http/conditional.hpp"
#include "http/entity_tag.hpp"
#include "http/negotiation.hpp"
#include "http/target.hpp"

#include <algorithm>

namespace tagwire::http {
namespace {

constexpr std::string_view allowed_methods = "GET, HEAD, OPTIONS";
constexpr std::string_view retry_after_seconds = "5";
// Pages show what articles bring along: their pictures and sounds may load, but nothing may run, be sent or be framed
// in.
constexpr std::string_view page_policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src https: http: data:; "
    "media-src https: http:; base-uri 'none'; form-action 'none'";

std::string cache_control(std::chrono::seconds max_age) { return "public, max-age=" + std::to_string(max_age.count()); }

// The length is that of GET's body, for HEAD too (RFC 9110 §9.3.2).
Response with_text(HeadBuilder& head, std::string_view text, Method method) {
    head.add("Content-Type", "text/plain; charset=utf-8").add("Content-Length", std::to_string(text.size()));
    return {.head = head.finish(), .body = method == Method::head ? std::string_view() : text, .document = nullptr};
}

// RFC 9110 §15.4.5: what a 304 has as well as a 200.
void add_metadata(HeadBuilder& head, const shelf::Document& document, Coding coding,
                  const Circumstances& circumstances) {
    // RFC 9110 §8.8.2.1: never later than the Date, though the clock may have been set back.
    head.add("Last-Modified", imf_fixdate(std::min(document.last_modified, circumstances.now)))
        .add("ETag", entity_tag(document.etag, coding))
        .add("Vary", "Accept-Encoding")
        .add("Cache-Control", cache_control(std::max(circumstances.max_age, document.max_age_min)));
    if (!document.link.empty()) head.add("Link", document.link);
    if (document.media_type.starts_with("text/html")) head.add("Content-Security-Policy", page_policy);
    if (document.media_type.find("json") != std::string::npos) head.add("Access-Control-Allow-Origin", "*");
}

Response respond_with_content(Method method, const shelf::DocumentPtr& document, Coding coding,
                              const Circumstances& circumstances) {
    const std::string& content = coding == Coding::gzip ? document->gzip : document->identity;
    HeadBuilder head(Status::ok, circumstances);
    head.add("Content-Type", document->media_type).add("Content-Length", std::to_string(content.size()));
    if (coding == Coding::gzip) head.add("Content-Encoding", "gzip");
    add_metadata(head, *document, coding, circumstances);
    if (method == Method::head) return {.head = head.finish(), .body = {}, .document = nullptr};
    return {.head = head.finish(), .body = content, .document = document};
}

// One function for each alternative of shelf::Answer.
class Responder {
  public:
    Responder(const RequestHead& request, const Circumstances& circumstances)
        : request_(request),
          circumstances_(circumstances) {}

    Response operator()(const shelf::DocumentPtr& document) const {
        const Coding coding = document->gzip.empty() ? Coding::identity : choose_coding(request_.accept_encoding);
        const Validators validators{document->etag, coding, document->last_modified};
        const Evaluation evaluation = evaluate(request_.conditions, validators, circumstances_.now);
        switch (evaluation.verdict) {
            case Verdict::precondition_failed:
                return refusal(Status::precondition_failed,
                               "The document is not the one that the request's conditions name.\n");
            case Verdict::not_modified: {
                HeadBuilder head(Status::not_modified, circumstances_);
                add_metadata(head, *document, evaluation.coding, circumstances_);
                return {.head = head.finish(), .body = {}, .document = nullptr};
            }
            case Verdict::proceed: break;
        }
        return respond_with_content(request_.method, document, coding, circumstances_);
    }

    Response operator()(const shelf::Moved& moved) const {
        HeadBuilder head(Status::moved_permanently, circumstances_);
        head.add("Location", moved.location).add("Cache-Control", cache_control(circumstances_.max_age));
        return with_text(head, "This document has another URL: see the Location field.\n", request_.method);
    }

    Response operator()(const shelf::Elsewhere& elsewhere) const {
        HeadBuilder head(Status::found, circumstances_);
        head.add("Location", elsewhere.location).add("Cache-Control", "no-cache");  // there may be a document tomorrow
        return with_text(head, "What follows is at another URL for now: see the Location field.\n", request_.method);
    }

    Response operator()(const shelf::Gone&) const {
        HeadBuilder head(Status::gone, circumstances_);
        head.add("Cache-Control", cache_control(circumstances_.max_age));
        return with_text(head, "This document was removed and will not come back.\n", request_.method);
    }

    Response operator()(const shelf::NotFound&) const {
        return refusal(Status::not_found, "There is no document at this URL.\n");
    }

    Response operator()(const shelf::NotReady&) const {
        return refusal(Status::service_unavailable, "The document is not ready yet; try again in some seconds.\n");
    }

    Response operator()(const shelf::Failed&) const {
        return refusal(Status::internal_server_error, "The document could not be made; the server's log says why.\n");
    }

  private:
    Response refusal(Status status, std::string_view reason) const {
        return refuse({status, reason}, request_.method, circumstances_);
    }

    const RequestHead& request_;
    const Circumstances& circumstances_;
};

}  // namespace

Route route(const RequestHead& request, const Circumstances& circumstances) {
    if (request.method == Method::unknown) {
        return refuse({Status::not_implemented, "This server does not know that method.\n"}, request.method,
                      circumstances);
    }
    if (request.method == Method::other) {
        return refuse({Status::method_not_allowed, "Documents can only be read.\n"}, request.method, circumstances);
    }
    const bool asks_of_the_server = request.method == Method::options && request.target == "*";  // RFC 9112 §3.2.4
    auto path = asks_of_the_server ? std::string("/") : decode_target(request.target);
    if (path.has_error()) return refuse(path.error(), request.method, circumstances);
    if (request.method != Method::options) return std::move(*path);
    HeadBuilder head(Status::no_content, circumstances);
    return Response{.head = head.add("Allow", allowed_methods).finish(), .body = {}, .document = nullptr};
}

Response respond(const RequestHead& request, const shelf::Answer& answer, const Circumstances& circumstances) {
    return std::visit(Responder(request, circumstances), answer);
}

Response refuse(const Refusal& refusal, Method method, const Circumstances& circumstances) {
    HeadBuilder head(refusal.status, circumstances);
    head.add("Cache-Control", "no-store");
    if (refusal.status == Status::method_not_allowed) head.add("Allow", allowed_methods);  // RFC 9110 §15.5.6
    if (refusal.status == Status::service_unavailable) head.add("Retry-After", retry_after_seconds);
    return with_text(head, refusal.reason, method);
}

}  // namespace tagwire::http
