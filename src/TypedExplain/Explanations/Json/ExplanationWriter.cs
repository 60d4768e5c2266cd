using System.Text.Json;
using TypedExplain.Json;
using TypedExplain.Media;

namespace TypedExplain.Explanations.Json;

/// <summary>Writes the members of an explanation.</summary>
/// <param name="explanation">The explanation.</param>
/// <param name="withholds">Whether protected features are left out, and with them all that their values could be computed from.</param>
internal sealed class ExplanationWriter<T>(Explanation<T> explanation, bool withholds)
    where T : IFeatureRecord<T>
{
    public void Write(Utf8JsonWriter json)
    {
        RecordHead.Write<T>(json);
        json.WriteText("output", explanation.Output);
        AnswerJson.Write(json, explanation.Kind, explanation.Link);
        json.WriteDouble("prediction", explanation.Prediction);
        json.WriteDouble("localPrediction", explanation.LocalPrediction);
        json.WriteNumber("queries", explanation.Queries);
        QualityJson.Write(json, explanation.Convergence);
        QualityJson.Write(json, explanation.Caveats);
        if (explanation.Fit is { } fit)
            QualityJson.Write(json, fit);
        if (explanation.Clipped is { } clipped)
            QualityJson.Write(json, clipped);
        if (explanation.LossNearTheMean is { } loss)
            QualityJson.Write(json, loss);
        if (explanation.RowLoss is { } rowLoss)
            QualityJson.Write(json, rowLoss);
        if (explanation.Agreement is { } agreement)
            json.WriteNumber("environments", agreement.Environments);
        if (explanation.Inference is { } inference)
            WriteList(json, "orderDecidedAfter", inference.Cuts);
        json.WriteStartArray("features");
        foreach (Feature<T> feature in T.Schema.Features)
            Write(json, feature);
        json.WriteEndArray();
        WriteMedia(json);
        if (withholds)
            json.WriteBoolean("withheld", true);
        else
            WriteWhole(json);
        ExplainerJson.Write(json, explanation.Explainer);
    }

    /// <summary>What the values of protected features could be computed from.</summary>
    private void WriteWhole(Utf8JsonWriter json)
    {
        json.WriteDouble("intercept", explanation.Intercept);
        json.WriteDouble("constant", explanation.Constant);
        RecordJson.Write(json, "instance", explanation.Instance, explanation.Columns);
        if (explanation.Examples is not { } examples)
            return;
        json.WriteStartObject("examples");
        Write("favorable", examples.Favorable);
        Write("contrary", examples.Contrary);
        json.WriteEndObject();

        void Write(string name, IReadOnlyList<ScoredRecord<T>> records)
        {
            json.WriteStartArray(name);
            double[] columns = new double[T.Schema.Columns];
            foreach (ScoredRecord<T> scored in records)
            {
                T.Encode(scored.Record, columns);
                json.WriteStartObject();
                json.WriteDouble("prediction", scored.Prediction);
                RecordJson.Write(json, "record", scored.Record, columns);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    private void Write(Utf8JsonWriter json, Feature<T> feature)
    {
        json.WriteStartObject();
        FeatureJson.WriteHead(json, feature);
        if (!(withholds && feature.IsProtected))
        {
            FeatureJson.WriteValue(json, feature, explanation.Columns);
            json.WriteDouble("effect", explanation.Attribution[feature]);
            json.WriteDouble("standardized", explanation.Standardized[feature]);
            WriteInference(json, feature.Index);
            if (explanation.Agreement is { } agreement)
            {
                json.WriteDouble("disagreement", agreement.Disagreement[feature]);
                json.WriteDouble("signAgreement", agreement.SignAgreement[feature]);
            }

            StatisticsJson.Write(json, feature, explanation.Statistics);
        }

        json.WriteEndObject();
    }

    private void WriteMedia(Utf8JsonWriter json)
    {
        if (explanation.Attribution.Media.IsEmpty)
            return;
        json.WriteStartArray("media");
        int column = T.Schema.Features.Length;
        for (int i = 0; i < explanation.Attribution.Media.Length; i++)
        {
            MediaAttribution media = explanation.Attribution.Media[i];
            json.WriteStartObject();
            json.WriteText("name", T.Schema.Media[i].Name);
            if (media.IsProtected)
                json.WriteBoolean("protected", true);
            if (!(withholds && media.IsProtected))
                WriteParts(json, media, column);
            column += media.Effects.Length;
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteParts(Utf8JsonWriter json, MediaAttribution media, int first)
    {
        TextAttribution? text = media as TextAttribution;
        if (text is not null)
            MediaJson.Write(json, text);
        else
            MediaJson.Write(json, (ImageAttribution)media);
        json.WriteStartArray("parts");
        for (int part = 0; part < media.Effects.Length; part++)
        {
            json.WriteStartObject();
            if (text is not null)
                MediaJson.Write(json, text[part]);
            json.WriteDouble("effect", media.Effects[part]);
            WriteInference(json, first + part);
            if (explanation.Agreement is { } agreement)
                json.WriteDouble("signAgreement", agreement.PartSignAgreement[first + part - T.Schema.Features.Length]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteInference(Utf8JsonWriter json, int column)
    {
        if (explanation.Inference is not { } inference)
            return;
        json.WriteDouble("standardError", inference.Errors[column]);
        json.WriteDouble("lower", inference.Lower[column]);
        json.WriteDouble("upper", inference.Upper[column]);
        json.WriteBoolean("undecided", inference.IsUndecided[column]);
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<int> values)
    {
        json.WriteStartArray(name);
        foreach (int value in values)
            json.WriteNumberValue(value);
        json.WriteEndArray();
    }
}
