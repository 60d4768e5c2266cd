using System.Security.Cryptography;
using System.Text;
using TypedExplain.Batch.Manifests;
using TypedExplain.Files;

namespace TypedExplain.Batch.Jobs;

/// <summary>The files of a shard while they are written: under other names, until all of them are whole.</summary>
internal sealed class ShardOutput<T> : IAsyncDisposable
    where T : IFeatureRecord<T>
{
    private readonly ShardFiles _files;
    private readonly FileStream _results, _leaves;
    private readonly FileStream? _receipts;
    private readonly IResultWriter _writer;
    private readonly RowDigest<T> _digest;
    private readonly MerkleSum _root = new();
    private readonly PortfolioSummary<T>? _summary;
    private readonly string _badPath;
    private long _rows, _refused;
    private bool _isClosed;

    public ShardOutput(ExplanationJob<T> job, JobPlan plan, ShardFiles files)
    {
        _files = files;
        _results = files.New(plan.Extension);
        _leaves = files.New(".leaves");
        _receipts = job.Receipts ? files.New(".receipts.jsonl") : null;
        _badPath = files.Temporary(".bad.jsonl");
        Bad = new(_badPath, job.MaxBadRows, files.Name);
        _writer = job.Format.Open(_results, new(plan.Record, plan.Question, plan.Columns));
        _digest = new(plan.ProtectedValues);
        _summary = job.Question.HasSummary ? new(job.Summary) : null;
    }

    /// <summary>The rows that are no records.</summary>
    public BadRowFile Bad { get; }

    /// <summary>Writes the results of some records.</summary>
    public async Task WriteAsync(AnsweredRows<T> rows, CancellationToken cancellation)
    {
        byte[] digest = new byte[SHA256.HashSizeInBytes];
        for (int i = 0; i < rows.Results.Count; i++)
        {
            _digest.Of(rows.Source.Numbers[i], rows.Source.Records[i], rows.Results, i, digest);
            _root.Add(digest);
            _leaves.Write(digest);
            if (_summary is not null)
                rows.Add(i, _summary);
        }

        foreach (Receipt<T>? receipt in rows.Receipts ?? [])
            Write(receipt);
        _rows += rows.Results.Count;
        _refused += rows.Refused;
        await _writer.WriteAsync(rows.Results, cancellation).ConfigureAwait(false);
    }

    /// <summary>Gives the files their names, and writes the manifest last.</summary>
    public async Task<ShardManifest> CommitAsync(string job, int shard, CancellationToken cancellation)
    {
        await _writer.FinishAsync(cancellation).ConfigureAwait(false);
        await CloseAsync().ConfigureAwait(false);
        Bad.Finish();
        byte[]? summary = _summary is null ? null : Encoding.UTF8.GetBytes(_summary.ToJson());
        _results.Flush(flushToDisk: true);
        _leaves.Flush(flushToDisk: true);
        _receipts?.Flush(flushToDisk: true);
        ShardManifest manifest = new()
        {
            Job = job,
            Shard = shard,
            Rows = _rows,
            Refused = _refused,
            Bad = Bad.Rows,
            Bytes = _results.Length,
            Sha256 = Digest(_results),
            BadSha256 = Bad.File is { } bad ? Digest(bad) : ContentDigest.Of([]),
            Root = _root.Root(),
            ReceiptsSha256 = _receipts is null ? null : Digest(_receipts),
            SummarySha256 = summary is null ? null : ContentDigest.Of(summary),
        };
        cancellation.ThrowIfCancellationRequested();

        // The files stay open until they have their names: so long no other worker takes them for those of a dead one.
        if (Bad.File is not null)
            File.Move(_badPath, _files.Bad, overwrite: true);
        else
            File.Delete(_files.Bad);
        if (_receipts is not null)
            File.Move(_receipts.Name, _files.Receipts, overwrite: true);
        File.Move(_leaves.Name, _files.Leaves, overwrite: true);
        File.Move(_results.Name, _files.Results, overwrite: true);
        if (summary is not null)
            WriteSummary(summary);
        byte[] text = manifest.ToUtf8();
        WholeFile.Write(_files.Manifest, stream => stream.Write(text));
        return manifest;
    }

    /// <summary>Deletes what has no name yet.</summary>
    public async ValueTask DisposeAsync()
    {
        Bad.Dispose();
        try
        {
            await CloseAsync().ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The disk is full, or the file was taken away; what is thrown already says so.
        }

        await DropAsync(_results).ConfigureAwait(false);
        await DropAsync(_leaves).ConfigureAwait(false);
        if (_receipts is not null)
            await DropAsync(_receipts).ConfigureAwait(false);
        File.Delete(_badPath);
    }

    /// <summary>
    /// Writes the summary whole, since one without protected features could not be merged; only the worker's own user may read it.
    /// </summary>
    private void WriteSummary(byte[] summary)
    {
        WholeFile.Write(_files.Summary, stream => stream.Write(summary));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_files.Summary, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    /// <summary>Closes the writer once: it may write to the file, which is closed after it.</summary>
    private ValueTask CloseAsync()
    {
        bool isClosed = _isClosed;
        _isClosed = true;
        return isClosed ? ValueTask.CompletedTask : _writer.DisposeAsync();
    }

    private void Write(Receipt<T>? receipt)
    {
        if (receipt is null)
            return;
        _receipts!.Write(Encoding.UTF8.GetBytes(receipt.ToJson()));
        _receipts.Write("\n"u8);
    }

    private static string Digest(FileStream file)
    {
        file.Position = 0;
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    private static async ValueTask DropAsync(FileStream file)
    {
        string path = file.Name;
        try
        {
            await file.DisposeAsync().ConfigureAwait(false);
        }
        catch (IOException)
        {
            // As above.
        }

        File.Delete(path);
    }
}
