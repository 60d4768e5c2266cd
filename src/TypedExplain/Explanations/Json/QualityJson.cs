using System.Text.Json;
using TypedExplain.Json;

namespace TypedExplain.Explanations.Json;

/// <summary>How good a result is: fit, convergence, caveats and what these are about.</summary>
internal static class QualityJson
{
    public static void Write(Utf8JsonWriter json, Convergence convergence)
    {
        json.WriteStartObject("convergence");
        json.WriteText("status", convergence.Status.ToString());
        json.WriteNumber("iterations", convergence.Iterations);
        json.WriteDouble("residual", convergence.Residual);
        json.WriteEndObject();
    }

    public static Convergence ReadConvergence(JsonPart part) => new(part["status"].Word<SolveStatus>(), part["iterations"].Whole(), part["residual"].Double());

    /// <summary>Caveats by name, in the order of their numbers.</summary>
    public static void Write(Utf8JsonWriter json, Caveats caveats)
    {
        json.WriteStartArray("caveats");
        foreach (Caveats one in Enum.GetValues<Caveats>())
        {
            if (one != Caveats.None && caveats.HasFlag(one))
                json.WriteTextValue(one.ToString());
        }

        json.WriteEndArray();
    }

    public static Caveats ReadCaveats(JsonPart part) => part.Items().Aggregate(Caveats.None, (caveats, one) => caveats | one.Word<Caveats>());

    public static void Write(Utf8JsonWriter json, LocalFit fit)
    {
        json.WriteStartObject("fit");
        json.WriteDouble("r2", fit.R2);
        json.WriteDouble("effectiveSamples", fit.EffectiveSamples);
        json.WriteNumber("samples", fit.Samples);
        json.WriteDouble("error", fit.Error);
        json.WriteEndObject();
    }

    public static LocalFit ReadFit(JsonPart part) => new(part["r2"].Double(), part["effectiveSamples"].Double(0, double.PositiveInfinity), part["samples"].Whole(), part["error"].Double(0, double.PositiveInfinity));

    public static void Write(Utf8JsonWriter json, ClippedAnswers clipped)
    {
        json.WriteStartObject("clipped");
        json.WriteNumber("count", clipped.Count);
        json.WriteNumber("samples", clipped.Samples);
        json.WriteDouble("least", clipped.Least);
        json.WriteEndObject();
    }

    public static ClippedAnswers ReadClipped(JsonPart part) => new(part["count"].Whole(), part["samples"].Whole(), part["least"].Double(0, 1));

    public static void Write(Utf8JsonWriter json, LossNearTheMean loss)
    {
        json.WriteStartObject("lossNearTheMean");
        json.WriteDouble("error", loss.Error);
        json.WriteDouble("errorWithout", loss.ErrorWithout);
        json.WriteEndObject();
    }

    public static LossNearTheMean ReadLoss(JsonPart part) => new(part["error"].Double(), part["errorWithout"].Double());

    public static void Write<T>(Utf8JsonWriter json, RowLoss<T> loss)
        where T : IFeatureRecord<T>
    {
        json.WriteStartObject("rowLoss");
        json.WriteStartArray("members");
        foreach (LostMember<T> member in loss.Members)
        {
            json.WriteStartObject();
            json.WriteText("name", member.Name);
            json.WriteText("part", member.Part.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteDouble("rowPrediction", loss.RowPrediction);
        json.WriteEndObject();
    }

    public static RowLoss<T> ReadRowLoss<T>(JsonPart part)
        where T : IFeatureRecord<T>
    {
        LostMember<T>[] members = [.. part["members"].Items().Select(member => new LostMember<T>(member["name"].Text(), member["part"].Word<LostPart>()))];
        return members.Length > 0 ? new([.. members], part["rowPrediction"].Double()) : throw part["members"].Wrong("a list with a member or more");
    }
}
