using TypedExplain.Onnx.Export;
using TypedExplain.Onnx.Files;
using TypedExplain.Onnx.Forests;
using TypedExplain.Onnx.Outputs;
using TypedExplain.Onnx.Tests.Support;
using TypedExplain.Tests.Support;

namespace TypedExplain.Onnx.Tests.Trees;

/// <summary>Files that a reader could be lost in: each is read or refused by name, quickly, and in memory that its bytes account for.</summary>
public class HostileFileTests
{
    // Bytes of memory per byte of a file, and for a file of any size: the rows that a forest is compared on, tables, messages.
    private const long PerByte = 1500, Least = 32 << 20;

    private static readonly Stump s_stump = new(0, 0.5, 1, 2);

    [Theory]
    [InlineData(-2)]
    [InlineData((1L << 32) - 2)]
    [InlineData(1L << 20)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void Targets_that_are_none(long target)
    {
        byte[] file = Leaves([target]);

        Assert.Matches("must be 1 to 65536|answers for output", Refused(file));
        Assert.Matches("answers for output", Refused(Leaves([target, 0], targets: 2)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(65_537)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void Numbers_of_targets_that_are_none(long targets) => Assert.Contains("there must be 1 to 65536", Refused(Leaves([0], targets)));

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Answers_that_are_not_finite(float weight) => Assert.Contains("is not a finite number", Refused(Leaves([0], weight: weight)));

    [Theory]
    [InlineData("Identity", 1)]
    [InlineData("Concat", 2)]
    [InlineData("Concat", 8)]
    [InlineData("Sum", 2)]
    [InlineData("Add", 2)]
    public void A_value_that_is_made_of_itself(string operation, int times)
    {
        Assert.Contains("go round in a circle", Refused(Around(before: (graph, x) => Circle(graph, operation, Enumerable.Repeat("again", times).Append(x)))));
        Assert.Contains("go round in a circle", Refused(Around(behind: (graph, y) => Circle(graph, operation, Enumerable.Repeat("again", times).Append(y)))));
    }

    [Theory]
    [InlineData("Concat")]
    [InlineData("Sum")]
    [InlineData("Add")]
    public void Ways_that_double_at_every_step(string operation)
    {
        // 2⁴⁰ ways lead through forty nodes that read the node before twice.
        string Doubled(GraphWriter graph, string value)
        {
            for (int i = 0; i < 40; i++)
                value = operation == "Concat" ? graph.Node(operation, [value, value], Attributes.Integer("axis", 1)) : graph.Node(operation, [value, value]);
            return value;
        }

        _ = Outcome(Around(behind: Doubled));
        if (operation == "Concat")
            Assert.Contains("columns", Refused(Around(before: Doubled)));
    }

    [Fact]
    public void Kinds_of_outputs_are_found_once_for_every_value()
    {
        GraphWriter graph = new();
        string y = graph.Node("Sigmoid", [graph.Input("x", OnnxTensor.SingleType, 2)]);
        for (int i = 0; i < 45; i++)
            y = graph.Node("Concat", [y, y], Attributes.Integer("axis", 1));
        byte[] model = graph.ToArray();

        Assert.Equal(OutputKind.Probability, Guard.AgainstHanging(() => OutputKinds.Of(OnnxGraph.Read(model), y)));
    }

    [Fact]
    public void A_long_chain_of_casts()
    {
        byte[] file = Around(before: (graph, x) =>
        {
            for (int i = 0; i < 400; i++)
                x = graph.Node("Cast", [x], Attributes.Integer("to", i % 2 == 0 ? OnnxTensor.DoubleType : OnnxTensor.SingleType));
            return x;
        });

        Assert.Contains("is cast more than 16 times", Refused(file));
    }

    [Fact]
    public void Casts_to_types_that_do_not_exist() =>
        Assert.Contains("is made by Cast", Refused(Around(before: (graph, x) => graph.Node("Cast", [x], Attributes.Integer("to", (1L << 32) + 1)))).Replace("about what Cast", "is made by Cast"));

    [Fact]
    public void Many_targets_behind_long_chains()
    {
        byte[] file = Behind(Leaves([0], 65_536), (graph, y) =>
        {
            for (int i = 0; i < 300; i++)
                y = graph.Node("Neg", [y]);
            return y;
        });

        Assert.Contains("terms in all, too many for a file of", Refused(file));
    }

    [Fact]
    public void A_tree_that_is_written_out_to_millions_of_nodes()
    {
        // Both answers lead to the same node, which asks about the other column: written out, a leaf for every pair of stretches.
        const int levels = 1000;
        byte[] file = Tree(levels, level => ((level + 1, level + 1), level % 2, level));

        Assert.Matches("too (many|many times) for a file of", Refused(file));
    }

    [Fact]
    public void A_tree_as_deep_as_may_be_is_explained_and_a_deeper_one_refused()
    {
        Forest<Two> forest = ForestFiles.Read(Chain(1000), ForestAssert.Pairs, new()).Forest;
        ShapValues<Two> own = new TreeShap<Two> { Background = new Dataset<Two>(ForestAssert.Pairs.Rows.Take(5)) }.Values(forest, new Two(1, 2));

        Assert.Equal(forest.Predict(new(1, 2)), own.BaseValue + own.Contributions.A + own.Contributions.B, 1e-6);
        Assert.Contains("is more than 1024 questions deep", Refused(Chain(1025)));
        Assert.Contains("is more than 1024 questions deep", Refused(Chain(100_000)));
    }

    [Fact]
    public void Nodes_of_a_tree_in_a_circle_or_nowhere()
    {
        Assert.Contains("does not have exactly one root", Refused(Tree(3, level => ((0, level + 1), 0, 1))));
        Assert.Contains("which is not there", Refused(Tree(3, level => ((level + 1, 99), 0, 1))));
    }

    [Fact]
    public void An_input_nobody_needs_that_is_wider_than_memory()
    {
        GraphWriter graph = new();
        graph.Input("wide", OnnxTensor.SingleType, int.MaxValue);
        graph.Rename(ForestFile.Trees(graph, graph.Input("x", OnnxTensor.SingleType, 2), [], s_stump), "y");
        graph.Output("y", OnnxTensor.SingleType, 1);
        InvalidModelException error = Assert.Throws<InvalidModelException>(() => OnnxModel<Two>.Load(graph.ToArray()));

        Assert.Contains("holds more than 1048576 numbers per row, although the output does not depend on it", error.Message);
    }

    [Fact]
    public void More_inputs_outputs_or_nodes_than_are_read()
    {
        GraphWriter graph = new();
        for (int i = 0; i <= OnnxLimits.MostValues; i++)
            graph.Input($"x{i}", OnnxTensor.SingleType, 1);
        Assert.Contains("has 4097 inputs and 0 outputs; at most 4096 of each are read", Assert.Throws<InvalidModelException>(() => OnnxGraph.Read(graph.ToArray())).Message);

        byte[] nodes = [.. Enumerable.Repeat<byte[]>([0x0A, 0], OnnxLimits.MostNodes + 1).SelectMany(bytes => bytes)];
        byte[] model = new ProtoWriter().Bytes(7, nodes).ToArray();
        Assert.Contains("has more than 1048576 nodes", Assert.Throws<InvalidModelException>(() => OnnxGraph.Read(model)).Message);
    }

    [Fact]
    public void Two_inputs_of_one_name()
    {
        GraphWriter graph = new();
        graph.Input("x", OnnxTensor.SingleType, 2);
        graph.Rename(ForestFile.Trees(graph, graph.Input("x", OnnxTensor.SingleType, 2), [], s_stump), "y");
        graph.Output("y", OnnxTensor.SingleType, 1);

        Assert.Equal("The model has 2 inputs 'x'; it is damaged.", Refused(graph.ToArray()));
    }

    [Fact]
    public void Every_beginning_and_every_changed_byte()
    {
        byte[] right = ForestFile.Regressor(2, s_stump, new(1, 1.5, 3, 4));
        for (int length = 0; length < right.Length; length++)
            _ = Outcome(right[..length]);
        Random random = new(3);
        for (int trial = 0; trial < 3_000; trial++)
        {
            byte[] bytes = [.. right];
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            _ = Outcome(bytes);
        }
    }

    [Fact]
    public void A_damaged_message_names_its_byte() =>
        Assert.Matches(@"byte \d+ of a message of \d+ bytes is not what protobuf writes there", Refused(ForestFile.Regressor(2, s_stump)[..^3]));

    private static string Refused(byte[] file) => Outcome(file) ?? throw new InvalidOperationException("The file was read.");

    /// <summary>What the reader says; null where it reads the file.</summary>
    private static string? Outcome(byte[] file) => Guard.AgainstHanging(() =>
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        string? said = null;
        try
        {
            _ = ForestFiles.Read(file, ForestAssert.Pairs, new OnnxOptions<Two>());
        }
        catch (TypedExplainException error)
        {
            said = error.Message;
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Least + (PerByte * file.Length));
        return said;
    });

    private static string Circle(GraphWriter graph, string operation, IEnumerable<string> inputs)
    {
        graph.Node(operation, inputs, ["again"], "", (ProtoWriter[])[Attributes.Integer("axis", 1)]);
        return "again";
    }

    private static byte[] Around(Func<GraphWriter, string, string>? before = null, Func<GraphWriter, string, string>? behind = null) =>
        ForestFile.Regressor(2, before ?? ((_, x) => x), behind ?? ((_, y) => y), s_stump);

    private static byte[] Behind(byte[] leaves, Func<GraphWriter, string, string> behind)
    {
        // Protobuf merges messages that stand one after the other.
        GraphWriter graph = new();
        string y = behind(graph, "y");
        graph.Output(y, OnnxTensor.SingleType, 0);
        return [.. leaves, .. graph.ToArray()];
    }

    private static byte[] Leaves(long[] ids, long? targets = null, float weight = 0.5f)
    {
        GraphWriter graph = new();
        ProtoWriter[] count = targets is { } stated ? [Attributes.Integer("n_targets", stated)] : [];
        graph.Trees("TreeEnsembleRegressor", graph.Input("x", OnnxTensor.SingleType, 2), ["y"],
        [
            Attributes.Integers("nodes_treeids", [0]), Attributes.Integers("nodes_nodeids", [0]), Attributes.Integers("nodes_featureids", [0]),
            Attributes.Integers("nodes_truenodeids", [0]), Attributes.Integers("nodes_falsenodeids", [0]), Attributes.Texts("nodes_modes", ["LEAF"]),
            ForestFile.Singles("nodes_values", [0]), Attributes.Integers("target_treeids", new long[ids.Length]), Attributes.Integers("target_nodeids", new long[ids.Length]),
            Attributes.Integers("target_ids", ids), ForestFile.Singles("target_weights", ids.Select(_ => (double)weight)), .. count,
        ]);
        if (targets is not 65_536)
            graph.Output("y", OnnxTensor.SingleType, 0);
        return graph.ToArray();
    }

    private static byte[] Chain(int depth) => Tree(depth, level => ((level + 1, depth), level % 2, level));

    /// <summary>A tree of questions, each with the nodes that its answers lead to; the node after the last is a leaf.</summary>
    private static byte[] Tree(int questions, Func<int, ((int True, int False) Next, int Column, double Threshold)> ask)
    {
        (((int True, int False) Next, int Column, double Threshold) Question, string Mode)[] nodes =
            [.. Enumerable.Range(0, questions).Select(level => (ask(level), "BRANCH_LEQ")), (((0, 0), 0, 0), "LEAF")];
        GraphWriter graph = new();
        graph.Trees("TreeEnsembleRegressor", graph.Input("x", OnnxTensor.SingleType, 2), ["y"],
        [
            Attributes.Integers("nodes_treeids", new long[nodes.Length]),
            Attributes.Integers("nodes_nodeids", [.. Enumerable.Range(0, nodes.Length).Select(i => (long)i)]),
            Attributes.Integers("nodes_featureids", [.. nodes.Select(node => (long)node.Question.Column)]),
            Attributes.Integers("nodes_truenodeids", [.. nodes.Select(node => (long)node.Question.Next.True)]),
            Attributes.Integers("nodes_falsenodeids", [.. nodes.Select(node => (long)node.Question.Next.False)]),
            Attributes.Texts("nodes_modes", nodes.Select(node => node.Mode)),
            ForestFile.Singles("nodes_values", nodes.Select(node => node.Question.Threshold)),
            Attributes.Integers("target_treeids", [0]), Attributes.Integers("target_nodeids", [questions]), Attributes.Integers("target_ids", [0]),
            ForestFile.Singles("target_weights", [1]), Attributes.Integer("n_targets", 1),
        ]);
        graph.Output("y", OnnxTensor.SingleType, 1);
        return graph.ToArray();
    }
}
