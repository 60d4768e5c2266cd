namespace TypedExplain.Batch.Programs;

/// <summary>A file with one receipt, or with several as JSON lines.</summary>
internal static class ReceiptFile<T>
    where T : IFeatureRecord<T>
{
    /// <summary>The receipt of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="id">Which one; null where there is only one.</param>
    /// <exception cref="BatchException">It is not there, or it is not clear which one is meant.</exception>
    public static Receipt<T> Read(string path, string? id)
    {
        if (!File.Exists(path))
            throw new BatchException($"The file {Path.GetFileName(path)} is not there.");
        if (!path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
            return Receipt<T>.FromJson(File.ReadAllBytes(path));
        IEnumerable<string> lines = File.ReadLines(path).Where(line => line.Length > 0);
        if (id is not null)
            return lines.Select(Receipt<T>.FromJson).FirstOrDefault(receipt => receipt.Id == id) ?? throw new BatchException($"{Path.GetFileName(path)} has no receipt {id}.");
        string[] first = [.. lines.Take(2)];
        return first.Length == 1 ? Receipt<T>.FromJson(first[0]) : throw new BatchException($"{Path.GetFileName(path)} has {(first.Length == 0 ? "no receipt" : "several receipts; say which one with --id, as the column receipt of the results has it")}.");
    }
}
