using TypedExplain.Generators.Model;
using TypedExplain.Generators.Onnx.Reading;

namespace TypedExplain.Generators.Onnx.Contracts;

/// <summary>A class, the record that it scores and the models of the project whose file it names.</summary>
/// <param name="Class">The class.</param>
/// <param name="Record">The record; null where it has findings of its own.</param>
/// <param name="Inner">The records inside it, and inside those.</param>
/// <param name="Models">The models; one if all is well.</param>
internal sealed record Contract(ModelClass Class, RecordModel? Record, EquatableArray<RecordModel> Inner, EquatableArray<ReadModel> Models)
{
    /// <summary>The model; null where none can be read.</summary>
    public OnnxSignature? Signature => Models.Count == 1 ? Models[0].Signature : null;

    /// <summary>The file that has the name but for upper and lower case, where none has it; else empty.</summary>
    public string Near { get; init; } = "";

    public static Contract Of(ModelClass type, IReadOnlyCollection<RecordModel> records, IReadOnlyCollection<ReadModel> models)
    {
        RecordModel? record = records.FirstOrDefault(own => own.HintName == type.Record.HintName);
        List<RecordModel> inner = [];
        if (record is not null)
            AddInner(record, records, inner);
        EquatableArray<ReadModel> named = models.Where(model => model.IsNamed(type.File)).Distinct().ToEquatableArray();
        string near = named.Count > 0 ? "" : models.FirstOrDefault(model => model.IsNamed(type.File, StringComparison.OrdinalIgnoreCase))?.Path ?? "";
        return new(type, record, inner.ToEquatableArray(), named) { Near = near.Substring(near.Replace('\\', '/').LastIndexOf('/') + 1) };
    }

    /// <summary>The features of the record; none where it has findings.</summary>
    public List<Slot> Slots() => Record is null ? [] : Slot.Of(Record, Inner.ToDictionary(record => record.FullName.Replace("@", "")));

    /// <summary>The features of the properties that the model does not look at, those that say what is missing too.</summary>
    public EquatableArray<string> UnusedFeatures() =>
        Class.Unused.Count == 0 ? default : Slots().Where(slot => Class.Unused.Contains(slot.Property)).Select(slot => slot.Name).ToEquatableArray();

    private static void AddInner(RecordModel record, IReadOnlyCollection<RecordModel> records, List<RecordModel> inner)
    {
        foreach (InnerModel part in record.Features.Select(feature => feature.Inner).OfType<InnerModel>())
        {
            RecordModel? found = records.FirstOrDefault(own => own.FullName.Replace("@", "") == part.FullName.Replace("@", ""));
            if (found is null || inner.Contains(found))
                continue;
            inner.Add(found);
            AddInner(found, records, inner);
        }
    }
}
