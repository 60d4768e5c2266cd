using System.Text.Json;
using TypedExplain.Json;
using TypedExplain.Models;

namespace TypedExplain.Explanations.Json;

/// <summary>Writes and reads the members of SHAP values.</summary>
/// <param name="values">The values.</param>
/// <param name="withholds">Whether protected features are left out.</param>
internal sealed class ShapJson<T>(ShapValues<T> values, bool withholds)
    where T : IFeatureRecord<T>
{
    public void Write(Utf8JsonWriter json)
    {
        RecordHead.Write<T>(json);
        json.WriteText("output", values.Output);
        AnswerJson.Write(json, values.Kind, values.Link);
        json.WriteDouble("prediction", values.Prediction);
        json.WriteDouble("baseValue", values.BaseValue);
        if (values.ModelOutput is { } output)
            json.WriteText("modelOutput", output);
        if (values.Answer is { } answer)
            json.WriteDouble("answer", answer);
        if (values.BaseAnswer is { } baseAnswer)
            json.WriteDouble("baseAnswer", baseAnswer);
        json.WriteNumber("queries", values.Queries);
        QualityJson.Write(json, values.Convergence);
        QualityJson.Write(json, values.Caveats);
        if (values.RowLoss is { } loss)
            QualityJson.Write(json, loss);
        json.WriteStartArray("features");
        foreach (Feature<T> feature in T.Schema.Features)
            Write(json, feature);
        json.WriteEndArray();
        if (withholds)
            json.WriteBoolean("withheld", true);
        else
            RecordJson.Write(json, "instance", values.Instance, values.Columns);
        ExplainerJson.Write(json, values.Explainer);
    }

    public static ShapValues<T> Read(JsonPart part)
    {
        RecordHead.Require<T>(part);
        string output = part["output"].Text();
        (OutputKind kind, AnswerScale scale) = AnswerJson.Read(part, output);
        (T instance, double[] columns) = RecordJson.Read<T>(part["instance"]);
        JsonPart[] features = FeatureJson.Read<T>(part["features"]);
        bool hasErrors = Array.Exists(features, feature => feature.Optional("standardError") is not null);
        double? answer = part.Optional("answer")?.Finite(), baseAnswer = part.Optional("baseAnswer")?.Finite();
        if (scale.Link == LinkFunction.Logit && (answer is null || baseAnswer is null))
            throw new InvalidJsonException($"{part.Path}.{(answer is null ? "answer" : "baseAnswer")} is missing; contributions to log odds have it.");
        return new(instance, columns, [.. features.Select(feature => feature["contribution"].Finite())], hasErrors ? [.. features.Select(feature => feature["standardError"].Double(0, double.PositiveInfinity))] : null)
        {
            Output = output,
            Kind = kind,
            Scale = scale,
            Prediction = part["prediction"].Finite(),
            BaseValue = part["baseValue"].Finite(),
            ModelOutput = part.Optional("modelOutput")?.Text(),
            Answer = answer,
            BaseAnswer = baseAnswer,
            Queries = part["queries"].Whole(),
            Convergence = QualityJson.ReadConvergence(part["convergence"]),
            Caveats = QualityJson.ReadCaveats(part["caveats"]),
            RowLoss = part.Optional("rowLoss") is { } rowLoss ? QualityJson.ReadRowLoss<T>(rowLoss) : null,
            Explainer = ExplainerJson.Read<T>(part),
        };
    }

    private void Write(Utf8JsonWriter json, Feature<T> feature)
    {
        json.WriteStartObject();
        FeatureJson.WriteHead(json, feature);
        if (!(withholds && feature.IsProtected))
        {
            FeatureJson.WriteValue(json, feature, values.Columns);
            json.WriteDouble("contribution", values.Contributions[feature]);
            if (values.StandardErrors is { } errors)
                json.WriteDouble("standardError", errors[feature]);
        }

        json.WriteEndObject();
    }
}
