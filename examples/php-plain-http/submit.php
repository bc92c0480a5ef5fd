<?php

declare(strict_types=1);

require __DIR__.'/lapor.php';

[, $title, $content] = $argv + [1 => '', 2 => ''];
$report = ['classification' => 'complaint', 'title' => $title, 'content' => $content];
$attempt = getenv('LAPOR_ATTEMPT') ?: bin2hex(random_bytes(16));

try {
    echo json_encode(lapor_submit(getenv('LAPOR_GATEWAY'), getenv('LAPOR_SITE_KEY'), $report, $attempt)), "\n";
} catch (LaporProblem $refused) {
    foreach ($refused->problem['errors'] ?? [] as $error) {
        fwrite(STDERR, "{$error['pointer']}: {$error['message']}\n");
    }
    exit(1);
}
