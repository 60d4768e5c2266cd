using System.Globalization;
using TypedExplain.Generators.Onnx.Reading;

namespace TypedExplain.Generators.Tests.Onnx;

/// <summary>A file may say that it is huge, or be it: its own class gets a sentence, and every record of the project keeps its code.</summary>
public class HugeFileTests
{
    // An ONNX model of 89 bytes with an output [N, 2147483647].
    private const string Wide = "08083a451201670a100a015812015922084964656e746974795a140a0158120f0a0d080112090a0312014e0a02080462180a015912130a110801120d0a0312014e0a0608ffffffff07420e0a0a61692e6f6e6e782e6d6c1003";

    private const string Others = """
        /// <summary>Another record.</summary>
        /// <param name="Weight">In kilograms.</param>
        [FeatureRecord]
        public partial record Parcel(double Weight);
        """;

    [Fact]
    public void Eighty_nine_bytes_do_not_end_a_build()
    {
        Generation generation = Generate(Convert.FromHexString(Wide));

        Assert.Contains(generation.Diagnostics, found => found.Id == "TEX0311");
        RecordsAreWhole(generation);
    }

    [Theory]
    [InlineData(2_147_483_647)]
    [InlineData(20_000_000)]
    [InlineData(65_537)]
    [InlineData(long.MaxValue)]
    public void An_output_wider_than_names_are_given_to(long width)
    {
        Generation generation = Generate(OnnxText.Model([.. Inputs, $"output probabilities float [?, {width.ToString(CultureInfo.InvariantCulture)}]"]));

        Assert.Equal("TEX0311", Assert.Single(generation.Diagnostics).Id);
        RecordsAreWhole(generation);
    }

    [Fact]
    public void As_many_scores_as_get_names_do()
    {
        Generation generation = Generate(OnnxText.Model([.. Inputs, "output probabilities float [?, 65536]"]));

        Assert.Empty(generation.Diagnostics);
        RecordsAreWhole(generation);
    }

    [Theory]
    [InlineData("inputs", 11)]
    [InlineData("outputs", 12)]
    public void More_inputs_or_outputs_than_are_read(string what, int field)
    {
        byte[] model = OnnxText.Model([], more: graph =>
        {
            for (int i = 0; i <= OnnxLimits.MostValues; i++)
                WriteValue(graph, field, $"v{i}", 1);
            if (field == 11)
                WriteValue(graph, 12, "y", 1);
        });

        Assert.Equal($"TEX0302: Model 'CreditModel' is in the file 'credit.onnx', which has more than {OnnxLimits.MostValues} {what}; no more is compared with a record: leave [OnnxModel] out and load the file with OnnxModel<LoanApplication>.Load", Described(model));
    }

    [Fact]
    public void More_operations_than_are_read()
    {
        byte[] model = OnnxText.Model([.. Inputs, "output y float [?, 1]"], more: graph =>
        {
            for (int i = 0; i <= OnnxLimits.MostNodes; i++)
                graph.Message(1, node => node.Text(4, "Relu"));
        });

        Assert.StartsWith($"TEX0302: Model 'CreditModel' is in the file 'credit.onnx', which has more than {OnnxLimits.MostNodes} operations; ", Described(model));
    }

    [Theory]
    [InlineData("classlabels_strings")]
    [InlineData("classlabels_int64s")]
    [InlineData("cats_strings")]
    public void More_names_than_are_read(string attribute)
    {
        byte[] model = OnnxText.Model([.. Inputs, "output y float [?, 1]"], more: graph => graph.Message(1, node => node.Text(2, "y").Message(5, list =>
        {
            list.Text(1, attribute);
            if (attribute == "classlabels_int64s")
                list.Content(8, new byte[OnnxLimits.MostNames + 1]);
            for (int i = 0; i <= OnnxLimits.MostNames && attribute != "classlabels_int64s"; i++)
                list.Text(9, "a");
        })));

        Assert.StartsWith($"TEX0302: Model 'CreditModel' is in the file 'credit.onnx', which has an operation with more than {OnnxLimits.MostNames} names; ", Described(model));
    }

    [Fact]
    public void More_dimensions_than_a_tensor_has()
    {
        byte[] model = OnnxText.Model([.. Inputs], more: graph => WriteValue(graph, 12, "y", OnnxLimits.MostDimensions + 1));

        Assert.StartsWith($"TEX0302: Model 'CreditModel' is in the file 'credit.onnx', which has a value of more than {OnnxLimits.MostDimensions} dimensions; ", Described(model));
    }

    [Fact]
    public void Every_output_behind_a_long_chain_finds_its_classes()
    {
        // Each output would be followed through the whole chain by itself.
        const int length = 30_000, outputs = OnnxLimits.MostValues;
        byte[] model = OnnxText.Model([.. Inputs], more: graph =>
        {
            graph.Message(1, node => node.Text(1, "age").Text(2, "c0").Text(4, "LinearClassifier").Message(5, list => list.Text(1, "classlabels_strings").Text(9, "no").Text(9, "yes")));
            for (int i = 0; i < length; i++)
                graph.Message(1, node => node.Text(1, $"c{i}").Text(2, $"c{i + 1}").Text(4, "Identity"));
            for (int i = 0; i < outputs; i++)
            {
                graph.Message(1, node => node.Text(1, $"c{length}").Text(2, $"y{i}").Text(4, "Identity"));
                WriteValue(graph, 12, $"y{i}", 2);
            }
        });
        OnnxSignature read = Read(model);

        Assert.Equal(outputs, read.Outputs.Count);
        Assert.All(read.Outputs, output => Assert.Equal(["no", "yes"], output.Names));
    }

    [Fact]
    public void The_nearest_classes_are_an_outputs_and_of_two_as_near_the_first_ones()
    {
        OnnxSignature read = Read(OnnxText.Model([.. Inputs], more: graph =>
        {
            Classes("far", "a", "f0", "f1");
            Classes("near", "b", "n0", "n1");
            Classes("other", "c", "o0", "o1");
            graph.Message(1, node => node.Text(1, "far").Text(2, "far2").Text(4, "Identity"));
            graph.Message(1, node => node.Text(1, "far2").Text(1, "near").Text(1, "other").Text(2, "y").Text(4, "Concat"));
            WriteValue(graph, 12, "y", 2);

            void Classes(string output, string input, string first, string second) => graph.Message(1, node => node
                .Text(1, input).Text(2, output).Text(4, "LinearClassifier").Message(5, list => list.Text(1, "classlabels_strings").Text(9, first).Text(9, second)));
        }));

        Assert.Equal(["n0", "n1"], Assert.Single(read.Outputs).Names);
    }

    [Fact]
    public void Operations_that_feed_themselves_are_passed_over()
    {
        OnnxSignature read = Read(OnnxText.Model([.. Inputs], more: graph =>
        {
            graph.Message(1, node => node.Text(1, "y").Text(2, "y").Text(4, "Identity"));
            graph.Message(1, node => node.Text(1, "b").Text(2, "a").Text(4, "Identity"));
            graph.Message(1, node => node.Text(1, "a").Text(2, "b").Text(4, "Identity"));
            WriteValue(graph, 12, "y", 1);
            WriteValue(graph, 12, "a", 1);
        }));

        Assert.All(read.Outputs, output => Assert.Empty(output.Names));
    }

    [Fact]
    public void Names_that_make_one_member_are_told_apart()
    {
        // Names of signs that no member may hold: all become the member A.
        const int count = 20_000, first = 0x2200;
        string names = string.Join(", ", Enumerable.Range(0, count).Select(i => "a" + (char)(first + (i / 200)) + (char)(first + (i % 200))));
        Generation generation = Generate(OnnxText.Model([.. Inputs, $"output probabilities float [?, {count}]: {names}"]));

        Assert.Empty(generation.Diagnostics);
        Assert.Contains($"public const string A_{count} =", generation.Files.Values.Single(file => file.Contains("class CreditModel")));
    }

    [Fact]
    public void A_type_of_elements_that_does_not_exist_is_no_other_one()
    {
        // 2³² + 1 would be 1, float, once it is cut to 32 bits.
        OnnxSignature read = Read(OnnxText.Model([.. Inputs], more: graph => graph.Message(12, value => value
            .Text(1, "y").Message(2, type => type.Message(1, tensor => tensor.Number(1, (1L << 32) + 1))))));

        Assert.Equal(OnnxElement.Undefined, Assert.Single(read.Outputs).Element);
    }

    private static string[] Inputs => ["input age int64 [?, 1]", "input annual_income float [?, 1]", "input housing string [?, 1]: Rent, Own, Mortgage"];

    private static void WriteValue(OnnxWriter graph, int field, string name, int dimensions) => graph.Message(field, value => value
        .Text(1, name).Message(2, type => type.Message(1, tensor => tensor.Number(1, 1).Message(2, shape =>
        {
            for (int i = 0; i < dimensions; i++)
                shape.Message(1, dimension => dimension.Text(2, "N"));
        }))));

    private static Generation Generate(byte[] model)
    {
        using OnnxProject project = OnnxProject.With("");
        project.Add("credit.onnx", model);
        return Guard.AgainstHanging(() => project.Generate(Credit.Record + "\n" + Others));
    }

    private static OnnxSignature Read(byte[] model) => Guard.AgainstHanging(() => OnnxReader.Read(new MemoryStream(model)));

    private static string Described(byte[] model)
    {
        Generation generation = Generate(model);
        RecordsAreWhole(generation);
        Diagnostic found = Assert.Single(generation.Diagnostics);
        Assert.Equal("\"credit.onnx\"", found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan));
        return $"{found.Id}: {found.GetMessage()}";
    }

    private static void RecordsAreWhole(Generation generation)
    {
        Assert.Null(generation.Result.Exception);
        Assert.Contains(generation.Files.Keys, file => file.Contains("LoanApplication"));
        Assert.Contains(generation.Files.Keys, file => file.Contains("Parcel"));
    }
}
