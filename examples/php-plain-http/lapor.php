<?php

declare(strict_types=1);

/** A refusal of the gateway: its problem document (RFC 9457), with `errors` where fields are wrong. */
final class LaporProblem extends RuntimeException
{
    public function __construct(public readonly array $problem)
    {
        parent::__construct($problem['code'] ?? 'unexpected', $problem['status'] ?? 0);
    }
}

/**
 * Files a report and returns its receipt. The same attempt is one report, however often it is sent.
 *
 * @param string $attempt a name for this attempt: 1 to 255 visible ASCII characters. Keep it with the form.
 * @throws LaporProblem when the gateway refuses; RuntimeException when it cannot be reached.
 */
function lapor_submit(string $gateway, string $siteKey, array $report, string $attempt, int $tries = 4): array
{
    $options = ['http' => [
        'method' => 'POST',
        'header' => [
            "Authorization: Bearer $siteKey",
            'Content-Type: application/json',
            'Accept-Language: id',
            "Idempotency-Key: $attempt",
        ],
        'content' => json_encode($report, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE),
        'ignore_errors' => true,
        'follow_location' => 0,
        'timeout' => 30,
    ]];
    for ($try = 1; ; $try++) {
        $http_response_header = [];
        $body = @file_get_contents(rtrim($gateway, '/').'/v1/reports', false, stream_context_create($options));
        $status = (int) (explode(' ', $http_response_header[0] ?? '')[1] ?? 0);
        if ($status === 201) {
            return json_decode($body, true, flags: JSON_THROW_ON_ERROR);
        }
        $isWorthAnother = $body === false || $status === 429 || $status >= 500;
        if (!$isWorthAnother || $try >= $tries) {
            break;
        }
        preg_match('/^retry-after: *(\d+)/mi', implode("\n", $http_response_header), $found);
        usleep(min((int) (($found[1] ?? 0.5 * 2 ** $try) * 1_000_000), 20_000_000));
    }
    $problem = is_string($body) ? json_decode($body, true) : null;
    throw is_array($problem) ? new LaporProblem($problem) : new RuntimeException('The gateway cannot be reached.');
}
