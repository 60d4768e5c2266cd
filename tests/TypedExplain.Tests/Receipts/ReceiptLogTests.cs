using System.Data.Common;
using Microsoft.Data.Sqlite;
using TypedExplain.Receipts.Logs;
using TypedExplain.Tests.Json;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Receipts;

/// <summary>Logs of receipts: what was appended is there, in its order, and what was done to it since is found.</summary>
public sealed class ReceiptLogTests : IDisposable
{
    private static readonly Receipt<LoanApplication>[] s_receipts =
        [.. Enumerable.Range(0, 12).Select(row => Receipt.Of(new Lime<LoanApplication> { Neighborhood = new GaussianNeighborhood<LoanApplication> { Samples = 20 } }.Explain(Settings.Credit, Settings.Applications[row]), Settings.Credit, null, ReceiptContent.HashedInstance))];

    private readonly string _folder = Directory.CreateTempSubdirectory("receipts").FullName;

    private string LogFile => Path.Combine(_folder, "log.jsonl");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    public static TheoryData<string> Kinds => ["file", "sqlite"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_was_appended_is_there(string kind)
    {
        ReceiptLog log = Log(kind);
        Assert.Equal(LogHead.Empty, log.Head);
        Assert.True(log.Verify().IsIntact);
        Assert.Empty(log.Read());
        Assert.Empty(log.Append(Array.Empty<Receipt<LoanApplication>>()));

        LogEntry first = log.Append(s_receipts[0]);
        LogEntry[] rest = [.. log.Append(s_receipts[1..5]), .. Log(kind).Append(s_receipts[5..7])];
        LogEntry[] read = [.. log.Read()];

        Assert.Equal([first, .. rest], read);
        Assert.Equal(Enumerable.Range(0, 7).Select(i => (long)i), read.Select(entry => entry.Sequence));
        Assert.Equal(s_receipts[..7].Select(receipt => receipt.Id), read.Select(entry => Receipt<LoanApplication>.FromJson(entry.Json).Id));
        Assert.Equal(read[..6].Select(entry => entry.Id).Prepend(LogHead.Empty.Id), read.Select(entry => entry.Previous));
        Assert.Equal(new LogHead(7, read[^1].Id), log.Head);
        Assert.Equal($"intact: 7 entries up to {read[^1].Id}", Log(kind).Verify(new(3, read[2].Id)).ToString());
        Assert.Equal(read[4..], log.Read(4));
        Assert.Equal(TimeSpan.Zero, first.Time.Offset);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_was_cut_off_shows_against_a_head_that_was_kept(string kind)
    {
        ReceiptLog log = Log(kind);
        log.Append(s_receipts);
        LogHead kept = log.Head;
        Damage(kind, 11, "remove");

        Assert.True(Log(kind).Verify().IsIntact);
        LogVerdict verdict = Log(kind).Verify(kept);
        Assert.Equal(11, verdict.At);
        Assert.StartsWith($"the log had 12 entries up to {kept.Id}, and has 11 now that do not go through it: entries were cut off", verdict.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file", "remove", 4, "entry 4 is missing, and entry 5 stands in its place")]
    [InlineData("file", "change", 4, "entry 4 was changed: its id is not the SHA-256 of its content")]
    [InlineData("file", "time", 4, "entry 4 was changed: its id is not the SHA-256 of its content")]
    [InlineData("file", "swap", 4, "entry 4 is missing, and entry 5 stands in its place")]
    [InlineData("file", "garbage", 4, "is no entry")]
    [InlineData("sqlite", "remove", 4, "entry 4 is missing, and entry 5 stands in its place")]
    [InlineData("sqlite", "change", 4, "entry 4 was changed: its id is not the SHA-256 of its content")]
    [InlineData("sqlite", "time", 4, "entry 4 was changed: its id is not the SHA-256 of its content")]
    [InlineData("sqlite", "swap", 4, "entry 4 follows another entry than the one before it")]
    [InlineData("sqlite", "garbage", 4, "entry 4 is no receipt")]
    public void What_was_done_to_it_is_found(string kind, string what, int at, string problem)
    {
        Log(kind).Append(s_receipts);
        Damage(kind, at, what);
        LogVerdict verdict = Log(kind).Verify();

        Assert.Equal(at, verdict.At);
        Assert.Equal(at, verdict.Head.Count);
        Assert.Contains(problem, verdict.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_that_was_computed_anew_breaks_the_chain()
    {
        FileReceiptLog log = new(LogFile);
        log.Append(s_receipts[..3]);
        string[] lines = File.ReadAllLines(LogFile);
        FileReceiptLog forged = new(Path.Combine(_folder, "other.jsonl")) { Time = new Clock() };
        forged.Append([s_receipts[5], s_receipts[1]]);
        File.WriteAllLines(LogFile, [File.ReadAllLines(Path.Combine(_folder, "other.jsonl"))[0], .. lines[1..]]);

        LogVerdict verdict = new FileReceiptLog(LogFile).Verify();
        Assert.Equal(1, verdict.At);
        Assert.StartsWith("entry 1 follows another entry than the one before it", verdict.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_that_names_another_receipt_than_it_holds_is_found()
    {
        LogEntry forged = EntryText.Next(LogHead.Empty, s_receipts[1].Id, s_receipts[0].ToJson(), DateTimeOffset.UnixEpoch);
        File.WriteAllBytes(LogFile, [.. EntryText.Line(forged), (byte)'\n']);

        Assert.Equal("entry 0 was changed: its id is not the SHA-256 of its content", new FileReceiptLog(LogFile).Verify().Problem);
    }

    [Fact]
    public void Half_a_line_is_cut_off_and_told()
    {
        FileReceiptLog log = new(LogFile);
        log.Append(s_receipts[..2]);
        Assert.Null(log.Repaired);
        byte[] whole = File.ReadAllBytes(LogFile);
        foreach (int length in (int[])[1, 700, 50_000])
        {
            File.WriteAllBytes(LogFile, [.. whole, .. Enumerable.Range(0, length).Select(i => whole[i % 500])]);
            FileReceiptLog again = new(LogFile);
            Assert.Equal(2, again.Head.Count);
            Assert.True(again.Verify().IsIntact);
            LogEntry entry = again.Append(s_receipts[2]);

            Assert.Equal(2, entry.Sequence);
            Assert.Equal($"{length} bytes behind entry 1 were cut off: a line that was not written to its end, and that nobody was told of", again.Repaired);
            Assert.Equal(3, again.Append(s_receipts[3]).Sequence);
            Assert.Equal(4, new FileReceiptLog(LogFile).Verify().Head.Count);
            Assert.Equal((byte)'\n', File.ReadAllBytes(LogFile)[^1]);
            Assert.True(new FileReceiptLog(LogFile).Verify().IsIntact);
        }
    }

    [Fact]
    public void A_log_that_is_not_intact_is_not_appended_to()
    {
        FileReceiptLog log = new(LogFile);
        log.Append(s_receipts[..3]);
        byte[] whole = File.ReadAllBytes(LogFile);
        Damage("file", 2, "change");
        Assert.EndsWith("Nothing is appended to it.", Assert.Throws<ReceiptLogException>(() => new FileReceiptLog(LogFile).Append(s_receipts[3])).Message, StringComparison.Ordinal);
        Damage("file", 2, "garbage");
        Assert.StartsWith($"The last line of {LogFile} is no entry", Assert.Throws<ReceiptLogException>(() => new FileReceiptLog(LogFile).Append(s_receipts[3])).Message, StringComparison.Ordinal);
        File.WriteAllBytes(LogFile, whole[..^(whole.Length / 2)]);
        Assert.Contains("it was cut", Assert.Throws<ReceiptLogException>(() => log.Append(s_receipts[3])).Message, StringComparison.Ordinal);
    }

    /// <summary>A disk that is full after half of a line.</summary>
    [Fact]
    public void A_full_disk_leaves_the_log_as_it_was()
    {
        new FileReceiptLog(LogFile).Append(s_receipts[..2]);
        byte[] before = File.ReadAllBytes(LogFile);
        FileReceiptLog full = new(LogFile, path => new FullDisk(new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite), before.Length + 500));

        ReceiptLogException error = Assert.Throws<ReceiptLogException>(() => full.Append(s_receipts[2]));
        Assert.Equal($"Nothing was appended to the log {LogFile}: No space left on device", error.Message);
        Assert.Equal(before, File.ReadAllBytes(LogFile));
        Assert.Equal(2, new FileReceiptLog(LogFile).Append(s_receipts[2]).Sequence);
        Assert.True(new FileReceiptLog(LogFile).Verify().IsIntact);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Several_append_at_once(string kind)
    {
        Log(kind).Append(s_receipts[0]);
        Parallel.For(0, 6, writer =>
        {
            ReceiptLog own = Log(kind);
            for (int i = 0; i < 5; i++)
                own.Append(s_receipts[(2 * i)..((2 * i) + 2)]);
        });

        LogVerdict verdict = Log(kind).Verify();
        Assert.Equal((true, 61L), (verdict.IsIntact, verdict.Head.Count));
        LogEntry[] entries = [.. Log(kind).Read(1)];
        for (int i = 0; i < entries.Length; i += 2)
            Assert.Equal(Array.FindIndex(s_receipts, receipt => receipt.Id == entries[i].ReceiptId) + 1, Array.FindIndex(s_receipts, receipt => receipt.Id == entries[i + 1].ReceiptId));
    }

    [Fact]
    public void A_log_that_another_process_holds_is_waited_for()
    {
        new FileReceiptLog(LogFile).Append(s_receipts[0]);
        using (new FileStream(LogFile + ".lock", FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Contains("another process has held", Assert.Throws<ReceiptLogException>(() => new FileReceiptLog(LogFile) { Patience = TimeSpan.Zero }.Append(s_receipts[1])).Message, StringComparison.Ordinal);
            Assert.Equal(1, new FileReceiptLog(LogFile).Head.Count);
        }

        Assert.Equal(1, new FileReceiptLog(LogFile) { Patience = TimeSpan.Zero }.Append(s_receipts[1]).Sequence);
    }

    /// <summary>Roots of RFC 6962's own construction, by a recursion over slices that is written out here for up to seven leaves.</summary>
    [Fact]
    public void A_Merkle_root_vouches_for_a_range()
    {
        FileReceiptLog log = new(LogFile);
        byte[][] leaf = [.. log.Append(s_receipts).Select(entry => System.Security.Cryptography.SHA256.HashData([0, .. Convert.FromHexString(entry.Id)]))];
        byte[] Node(byte[] left, byte[] right) => System.Security.Cryptography.SHA256.HashData([1, .. left, .. right]);

        Assert.Equal(Convert.ToHexStringLower(leaf[3]), log.MerkleRoot(3, 1));
        Assert.Equal(Convert.ToHexStringLower(Node(leaf[3], leaf[4])), log.MerkleRoot(3, 2));
        Assert.Equal(Convert.ToHexStringLower(Node(Node(leaf[0], leaf[1]), leaf[2])), log.MerkleRoot(0, 3));
        Assert.Equal(Convert.ToHexStringLower(Node(Node(Node(leaf[0], leaf[1]), Node(leaf[2], leaf[3])), Node(Node(leaf[4], leaf[5]), leaf[6]))), log.MerkleRoot(0, 7));
        Assert.Equal("count is 3; from entry 10 on the log has 2.", Assert.Throws<InvalidOptionException>(() => log.MerkleRoot(10, 3)).Message);
        Assert.Throws<InvalidOptionException>(() => log.MerkleRoot(-1, 3));
        Assert.Throws<InvalidOptionException>(() => log.MerkleRoot(1, 0));
        Assert.Throws<InvalidOptionException>(() => log.Read(-1));
    }

    [Fact]
    public void A_database_that_is_not_there_is_told()
    {
        Assert.StartsWith("The database of the receipt log receipt_log cannot be reached", Assert.Throws<ReceiptLogException>(() => new DatabaseReceiptLog(() => new SqliteConnection($"Data Source={_folder}/none/x.db"))).Message, StringComparison.Ordinal);
        Assert.Contains("it must be letters, digits and underscores", Assert.Throws<InvalidOptionException>(() => new DatabaseReceiptLog(Connect, "a; DROP TABLE b")).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOptionException>(() => new DatabaseReceiptLog(() => null!));
        DatabaseReceiptLog log = new(Connect, "mine");
        using (DbConnection connection = Connect())
        {
            connection.Open();
            using DbCommand command = connection.CreateCommand();
            command.CommandText = "DROP TABLE mine";
            command.ExecuteNonQuery();
        }

        Assert.StartsWith("The receipt log mine in main: nothing was appended: ", Assert.Throws<ReceiptLogException>(() => log.Append(s_receipts[0])).Message, StringComparison.Ordinal);
        Assert.Contains("it cannot be read", log.Verify().Problem, StringComparison.Ordinal);
    }

    private ReceiptLog Log(string kind) => kind == "file" ? new FileReceiptLog(LogFile) : new DatabaseReceiptLog(Connect);

    private SqliteConnection Connect() => new($"Data Source={Path.Combine(_folder, "log.db")}");

    private void Damage(string kind, int at, string what)
    {
        if (kind == "file")
        {
            List<string> lines = [.. File.ReadAllLines(LogFile)];
            switch (what)
            {
                case "remove":
                    lines.RemoveAt(at);
                    break;
                case "swap":
                    (lines[at], lines[at + 1]) = (lines[at + 1], lines[at]);
                    break;
                case "time":
                    lines[at] = lines[at].Replace("\"time\":\"2", "\"time\":\"1", StringComparison.Ordinal);
                    break;
                case "change":
                    lines[at] = lines[at].Replace("\"queries\":20", "\"queries\":21", StringComparison.Ordinal);
                    break;
                default:
                    lines[at] = "garbage";
                    break;
            }

            File.WriteAllLines(LogFile, lines);
            return;
        }

        using SqliteConnection connection = Connect();
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = what switch
        {
            "remove" => $"DELETE FROM receipt_log WHERE sequence = {at}",
            "swap" => $"UPDATE receipt_log SET sequence = -1 WHERE sequence = {at}; UPDATE receipt_log SET sequence = {at} WHERE sequence = {at + 1}; UPDATE receipt_log SET sequence = {at + 1} WHERE sequence = -1",
            "time" => $"UPDATE receipt_log SET time = replace(time, '20', '19') WHERE sequence = {at}",
            "change" => $"UPDATE receipt_log SET json = replace(json, '\"queries\":20', '\"queries\":21') WHERE sequence = {at}",
            _ => $"UPDATE receipt_log SET json = 'garbage' WHERE sequence = {at}",
        };
        Assert.NotEqual(0, command.ExecuteNonQuery());
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 29, 1, 2, 3, TimeSpan.FromHours(2));
    }

    /// <summary>A file on a disk with room for so many bytes.</summary>
    private sealed class FullDisk(FileStream file, long room) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => true;

        public override long Length => file.Length;

        public override long Position { get => file.Position; set => file.Position = value; }

        public override void Flush() => file.Flush();

        public override int Read(byte[] buffer, int offset, int count) => file.Read(buffer, offset, count);

        public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);

        public override void SetLength(long value) => file.SetLength(value);

        public override void Write(byte[] buffer, int offset, int count)
        {
            file.Write(buffer, offset, (int)Math.Min(count, room - file.Position));
            throw new IOException("No space left on device");
        }

        protected override void Dispose(bool disposing)
        {
            file.Dispose();
            base.Dispose(disposing);
        }
    }
}
