using TypedExplain.Explanations.Json;
using TypedExplain.Json;

namespace TypedExplain.Receipts.Statements;

/// <summary>An instance as canonical JSON, which is what its digest is of.</summary>
internal static class InstanceText
{
    private const string Member = "record";

    public static byte[] Of<T>(T instance)
        where T : IFeatureRecord<T>
    {
        double[] columns = new double[T.Schema.Columns];
        T.Schema.Encode(in instance, columns);
        return CanonicalJson.Of(JsonBuffer.Of(json =>
        {
            json.WriteStartObject();
            RecordJson.Write(json, Member, instance, columns);
            json.WriteEndObject();
        }));
    }

    /// <summary>Reads an instance out of its canonical JSON.</summary>
    public static T Read<T>(JsonPart part)
        where T : IFeatureRecord<T> => RecordJson.Read<T>(part[Member]).Record;
}
