using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using TypedExplain.Fuzz.Mutators;
using TypedExplain.Generators.Onnx.Reading;
using TypedExplain.Media;
using TypedExplain.Models.Remote;
using TypedExplain.Onnx;
using TypedExplain.Onnx.Forests;
using TypedExplain.Tests.Support;
using TypedExplain.Training;

namespace TypedExplain.Fuzz;

/// <summary>All readers of the library.</summary>
internal static class Readers
{
    private static readonly Dataset<Two> s_pairs = new([new(0, 0), new(1, 2), new(-3, 0.5)]);

    private static readonly Point[] s_rows = [.. Enumerable.Range(0, 40).Select(i => new Point(i % 7, i % 5 == 0 ? null : i / 3.0, i % 3 == 0 ? "a" : i % 3 == 1 ? "b" : "c", i % 2 == 0, new DateTime(2024, 1, 1).AddDays(i)))];

    private static readonly Dataset<Point> s_points = new Dataset<Point>(s_rows).WithTarget(s_rows.Select(point => point.X - 3));

    private static Word2Vec Vectors { get; } = new(["north", "naïve", "\U0001D4D0"], [1.5f, -0.1f, 1e-30f, 2, 0, -0f]);

    public static IReadOnlyList<Reader> All { get; } =
    [
        new("generator-onnx", OnnxSeeds.All, ProtoMutator.Mutate, bytes => Ok(OnnxReader.Read(new MemoryStream(bytes)))) { PerByte = 400, IsOwn = error => error is InvalidOnnxException, Long = OnnxSeeds.Chain },
        new("onnx-forest", OnnxSeeds.All, ProtoMutator.Mutate, Forest) { PerByte = 1500, Least = 16 << 20, Long = OnnxSeeds.Chain },
        Stored("mlp", () => [Saved(new ExpoTrainer<Point> { HiddenUnits = [3], MaxEpochs = 1, Seed = 1 }.Train(s_points).Save)], stream => Ok(Mlp<Point>.Load(stream))),
        Stored("senn", () => [Saved(new SennTrainer<Point> { HiddenUnits = [3], Epochs = 1 }.Train(Classes(), Classes()).Save)], stream => Ok(Senn<Point>.Load(stream))),
        Stored("image-classifier", () => [Saved(new ImageTrainer { Epochs = 1, BatchSize = 2 }.Train(new(3, [.. Enumerable.Range(0, 18).Select(i => (float)i)], [0, 1])).Save)], stream => Ok(ImageClassifier.Load(stream))),
        Stored("vae", () => [Saved(new VaeTrainer { Epochs = 1, HiddenUnits = [2], LatentSize = 1, BatchSize = 2 }.Train([0, 1, 1, 0, 0.5f, 0.5f], 2).Save)], stream => Ok(Vae.Load(stream))),
        Stored("checkpoint", Checkpoints, stream => Ok(TrainingCheckpoint<Point>.Load(stream))),
        Stored("word2vec", () => [Saved(Vectors.Save)], stream => IsFinite(Word2Vec.Load(stream))) with { Long = parts => Saved(Many(parts).Save) },
        new("word2vec-text", () => [Saved(Vectors.SaveText)], TextMutator.Mutate, bytes => IsFinite(Word2Vec.LoadText(new MemoryStream(bytes)))) { Long = parts => Saved(Many(parts).SaveText) },
        new("word2vec-binary", () => [Saved(Vectors.SaveBinary)], Mutation.Bytes, bytes => IsFinite(Word2Vec.LoadBinary(new MemoryStream(bytes)))) { Long = parts => Saved(Many(parts).SaveBinary) },
        new("idx-images", IdxImages, Mutation.Bytes, bytes => Ok(IdxFile.ReadImages(new MemoryStream(bytes)))) { PerByte = 8 * 1032 },
        new("idx-labels", () => [[0, 0, 8, 1, 0, 0, 0, 3, 1, 2, 3], Zipped([0, 0, 8, 1, 0, 0, 0, 3, 1, 2, 3])], Mutation.Bytes, bytes => Ok(IdxFile.ReadLabels(new MemoryStream(bytes)))) { PerByte = 8 * 1032 },
        new("schema", () => [Encoding.UTF8.GetBytes(FeatureSchema.Of<Point>().ToJson())], TextMutator.Mutate, Schema) { Long = parts => Encoding.UTF8.GetBytes("{\"version\":1,\"record\":\"Point\",\"features\":[" + string.Join(",", Enumerable.Range(0, parts).Select(i => $"{{\"name\":\"F{i}\",\"kind\":\"Real\"}}")) + "]}") },
        new("explanation-json", Explanations, TextMutator.Mutate, Explanation) { Long = LongExplanation, PerByte = 400 },
        new("results-json", Results, TextMutator.Mutate, Result),
        new("canonical-json", () => ["{\"b\": [1.5, -0, 1e21, \"\\u20ac\"], \"a\": {\"c\": null, \"\\n\": true}}"u8.ToArray()], TextMutator.Mutate, bytes => CanonicalJson.Of(bytes).AsSpan().SequenceEqual(CanonicalJson.Of(CanonicalJson.Of(bytes)))) { Long = parts => Encoding.UTF8.GetBytes("[" + string.Join(",", Enumerable.Range(0, parts).Select(i => $"{{\"n{i}\":{i}}}")) + "]") },
        new("csv", () => [Table(), "X,Y,Kind,Flag,When\n1,,a,true,2024-01-01\n"u8.ToArray()], TextMutator.Mutate, Csv) { PerByte = 400, Long = parts => Encoding.UTF8.GetBytes("X,Y,Kind,Flag,When\n" + string.Concat(Enumerable.Range(0, parts).Select(i => i % 2 == 0 ? "1,,a,true,2024-01-01\n" : "x,,,\n"))) },
        new("remote-rows", () => ["[1, 2, 3]"u8.ToArray(), "[[1], [2], [3]]"u8.ToArray(), "[NaN, 1, -Infinity]"u8.ToArray()], TextMutator.Mutate, bytes => Answer(bytes, RemoteFormat.Rows)) { Long = parts => Encoding.UTF8.GetBytes("[" + string.Join(",", Enumerable.Repeat("NaN", parts)) + "]") },
        new("remote-envelopes", Envelopes, TextMutator.Mutate, bytes => Answer(bytes, bytes.Length % 2 == 0 ? RemoteFormat.OpenInference : RemoteFormat.MLflow)),
        .. DecisionReaders.All,
        .. TreeFileReaders.All,
        .. JsonRecordReaders.All,
    ];

    private static Word2Vec Many(int words) => new([.. Enumerable.Range(0, words).Select(i => $"word{i}")], new float[4 * words]);

    private static Reader Stored(string name, Func<byte[][]> seeds, Func<Stream, bool> read) => new(name, seeds, StoredMutator.Mutate, bytes => read(new MemoryStream(bytes)));

    private static bool Ok(object read) => read is not null;

    private static bool Forest(byte[] bytes)
    {
        Forest<Two> forest = ForestFiles.Read(bytes, s_pairs, new OnnxOptions<Two>()).Forest;
        double[] scores = new double[s_pairs.Count * forest.Outputs.Length];
        forest.Score(s_pairs.Encoded, scores);
        for (int tree = 0; tree < forest.TreeCount; tree++)
        {
            for (int node = 0; node < forest.Trees[tree].NodeCount; node++)
            {
                foreach (double value in forest.Trees[tree].Values(node))
                {
                    if (double.IsNaN(value))
                        return false;
                }
            }
        }

        return true;
    }

    private static bool IsFinite(Word2Vec vectors) => vectors.Words.All(word => vectors.Vector(word).ToArray().All(float.IsFinite));

    private static bool Schema(byte[] bytes)
    {
        // Bytes that are no UTF-8 become half of a pair, as they may stand in a string.
        FeatureSchema.Of<Point>().CheckJson(Encoding.UTF8.GetString(bytes).Replace('\uFFFD', '\uD800'));
        return true;
    }

    private static readonly Explanation<Point> s_explanation = new SmoothedLime<Point> { Neighborhood = new GaussianNeighborhood<Point> { Background = s_points, Samples = 50, HoldConstantFeatures = true } }
        .Explain(Model.From<Point>(point => point.X + (point.Y ?? 3) + (point.Kind == "a" ? 1 : 0)), s_rows[0]);

    private static byte[][] Explanations() => [Encoding.UTF8.GetBytes(s_explanation.ToJson())];

    private static bool Explanation(byte[] bytes) => IsFinite(Explanation<Point>.FromJson(bytes));

    private static bool IsFinite(Explanation<Point> explanation)
    {
        foreach (double effect in explanation.Attribution.AsSpan())
        {
            if (!double.IsFinite(effect))
                return false;
        }

        return double.IsFinite(explanation.Prediction) && explanation.ToString().Length > 0;
    }

    /// <summary>With so many examples.</summary>
    private static byte[] LongExplanation(int parts)
    {
        JsonNode root = JsonNode.Parse(s_explanation.ToJson())!;
        string example = $"{{\"prediction\":1,\"record\":{root["instance"]!.ToJsonString()}}}";
        root["examples"] = JsonNode.Parse("{\"contrary\":[],\"favorable\":[0]}");
        return Encoding.UTF8.GetBytes(root.ToJsonString().Replace("\"favorable\":[0]", $"\"favorable\":[{string.Join(",", Enumerable.Repeat(example, parts / 10))}]", StringComparison.Ordinal));
    }

    private static byte[][] Results()
    {
        IModel<Point> model = Model.From<Point>(point => point.X);
        GaussianNeighborhood<Point> around = new() { Background = s_points, Samples = 30, HoldConstantFeatures = true };
        return
        [
            Encoding.UTF8.GetBytes(new PermutationShap<Point> { Background = s_points, Permutations = 2 }.Values(model, s_rows[0]).ToJson()),
            Encoding.UTF8.GetBytes(new Certifier<Point> { Explainer = new Lime<Point> { Neighborhood = around }, MaxQueries = 100 }.Explain(model, s_rows[0]).ToJson()),
            Encoding.UTF8.GetBytes(new Consensus<Point> { Explainers = [new Lime<Point> { Neighborhood = around }, new Linex<Point> { Neighborhood = around }] }.Explain(model, s_rows[0]).ToJson()),
            Encoding.UTF8.GetBytes(new Score("metric", 1.5, 0.5, 2, "rows", MetricDirection.LowerIsBetter, "none") { Values = [1, 2] }.ToJson()),
            Encoding.UTF8.GetBytes(MetricTable<Point>.Of([new Lime<Point> { Neighborhood = around }], [new Infidelity<Point>()], model, new(s_rows.Take(5))).ToJson()),
        ];
    }

    private static bool Result(byte[] bytes)
    {
        string text = Encoding.UTF8.GetString(bytes);
        return text.Contains("contribution", StringComparison.Ordinal) ? ShapValues<Point>.FromJson(bytes).Contributions.AsSpan().ToArray().All(double.IsFinite)
            : text.Contains("rankCorrelation", StringComparison.Ordinal) ? ConsensusExplanation<Point>.FromJson(bytes).Explanations.All(IsFinite)
            : text.Contains("outcome", StringComparison.Ordinal) ? Outcome<Point>.FromJson(bytes).ToString()!.Length > 0
            : text.Contains("explainers", StringComparison.Ordinal) ? MetricTable<Point>.FromJson(bytes).ToString().Length > 0
            : Score.FromJson(bytes).ToString().Length > 0;
    }

    private static bool Csv(byte[] bytes)
    {
        CsvResult<Point> read = TypedExplain.Csv.Read<Point>(new StringReader(Encoding.UTF8.GetString(bytes)));
        foreach (double value in read.Rows.IsEmpty ? default : read.ToDataset().Encoded.Values)
        {
            if (!double.IsFinite(value))
                return false;
        }

        return true;
    }

    private static bool Answer(byte[] bytes, RemoteFormat format)
    {
        double[] scores = new double[3];
        new AnswerJson("http://host/", ["score"], format, 0, quotes: false).Read(bytes, scores);
        return Array.TrueForAll(scores, double.IsFinite);
    }

    private static Dataset<Point> Classes() => new Dataset<Point>(s_rows).WithLabels(s_rows.Select(point => point.Flag ? Verdict.Yes : Verdict.No));

    private static byte[][] Checkpoints()
    {
        List<byte[]> saved = [];
        _ = new ExpoTrainer<Point> { HiddenUnits = [3], MaxEpochs = 2, CheckpointEpochs = 1, Seed = 1, Checkpointed = checkpoint => saved.Add(Saved(checkpoint.Save)) }.Train(s_points);
        return [.. saved];
    }

    private static byte[][] IdxImages()
    {
        byte[] plain = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
        return [plain, Zipped(plain)];
    }

    private static byte[] Zipped(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Table()
    {
        using StringWriter text = new(CultureInfo.InvariantCulture);
        TypedExplain.Csv.Write(text, s_rows.Take(6));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static byte[][] Envelopes() =>
    [
        "{\"predictions\": [1, 2, 3]}"u8.ToArray(),
        "{\"model\": {\"predictions\": 3}, \"predictions\": [[1], [2], [3]], \"more\": \"\\\"NaN\"}"u8.ToArray(),
        "{\"model_name\": \"m\", \"outputs\": [{\"name\": \"o\", \"shape\": [3, 1], \"datatype\": \"FP64\", \"data\": [1, 2, 3]}]}"u8.ToArray(),
    ];

    private static byte[] Saved(Action<Stream> save)
    {
        using MemoryStream file = new();
        save(file);
        return file.ToArray();
    }
}
