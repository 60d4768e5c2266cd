using System.Collections.Immutable;
using System.Globalization;
using System.IO.MemoryMappedFiles;

namespace TypedExplain.Orleans.Silo;

/// <summary>A model that counts the rows it is asked about in a file, before it answers: a process that is killed leaves its count.</summary>
internal sealed class CountedModel<T> : IModel<T>
    where T : IFeatureRecord<T>
{
    private readonly IModel<T> _model;
    private readonly MemoryMappedViewAccessor _count;
    private readonly Lock _lock = new();

    public CountedModel(IModel<T> model, string folder)
    {
        _model = model;
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + ".count");
        _count = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, null, sizeof(long)).CreateViewAccessor();
    }

    public ImmutableArray<string> Outputs => _model.Outputs;

    public OutputKind KindOf(int output) => _model.KindOf(output);

    public bool Reads(Feature<T> feature) => _model.Reads(feature);

    public void Score(EncodedRows<T> rows, Span<double> scores)
    {
        lock (_lock)
            _count.Write(0, _count.ReadInt64(0) + rows.Count);
        _model.Score(rows, scores);
    }

    /// <summary>What all processes of a folder have counted.</summary>
    public static long Sum(string folder) => Directory.GetFiles(folder, "*.count").Sum(path => BitConverter.ToInt64(File.ReadAllBytes(path)));
}
