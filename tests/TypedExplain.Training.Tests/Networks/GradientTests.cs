using System.Collections.Immutable;
using TypedExplain.Training.Networks;
using TypedExplain.Training.Regularizers;
using TypedExplain.Training.Tests.Golden;
using TypedExplain.Training.Tests.Kernels;

namespace TypedExplain.Training.Tests.Networks;

/// <summary>The gradient of every layer, loss and regularizer, in double precision.</summary>
public class GradientTests
{
    private const int DataRows = 5, Points = 2, Samples = 9;

    public static TheoryData<int[], string> Networks
    {
        get
        {
            TheoryData<int[], string> data = [];
            foreach (int[] widths in new int[][] { [3, 1], [3, 5], [3, 4, 2], [3, 7, 6, 5] })
            {
                foreach (string loss in Enum.GetNames<LossKind>())
                    data.Add(widths, loss);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void WithRespectToParameters(int[] widths, string lossName)
    {
        LossKind loss = Enum.Parse<LossKind>(lossName);
        Perceptron<double> network = new([.. widths], 0.2);
        double[] parameters = Parameters(network);
        double[] targets = Targets(loss, network.Outputs);
        foreach ((string name, IPointLoss? part) in Parts(network.Outputs))
        {
            int extra = part is null ? 0 : part.Points * part.RowsPerPoint;
            double[] inputs = MadeNumbers.Of<double>((DataRows + extra) * network.Inputs, "inputs");
            Objective<double> objective = new(network, loss);
            IPointLoss[] parts = part is null ? [] : [part];
            double[] gradient = new double[parameters.Length];
            _ = objective.Evaluate(parameters, inputs, DataRows, targets, parts, gradient);
            Slopes.Check(at => Total(objective.Evaluate(at, inputs, DataRows, targets, parts, default), part), parameters, gradient, $"{loss} + {name}");
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void WithRespectToInputs(int[] widths, string lossName)
    {
        _ = lossName;
        Perceptron<double> network = new([.. widths], 0.2);
        double[] parameters = Parameters(network), inputs = MadeNumbers.Of<double>(DataRows * network.Inputs, "inputs");
        double[] factors = MadeNumbers.Of<double>(DataRows * network.Outputs, "factors"), gradient = new double[inputs.Length];
        Activations<double> activations = network.CreateActivations();
        _ = network.Forward(parameters, inputs, DataRows, activations);
        factors.CopyTo(activations.OutputGradient(DataRows));
        network.Backward(parameters, inputs, DataRows, activations, default, gradient);
        Slopes.Check(at =>
        {
            double sum = 0;
            ReadOnlySpan<double> outputs = network.Forward(parameters, at, DataRows, activations);
            for (int i = 0; i < outputs.Length; i++)
                sum += factors[i] * outputs[i];
            return sum;
        }, inputs, gradient, "inputs");
    }

    [Fact]
    public void AFitThatIsNoFitHasNoGradient()
    {
        double[] columns = MadeNumbers.Of<double>(3 * 5, "columns"), gradient = new double[4];
        double[] dependent = [.. columns.AsSpan(0, 4), .. columns.AsSpan(0, 4), .. columns.AsSpan(4, 4), .. columns.AsSpan(8, 4)];
        Assert.Equal(0, PointLosses.Fidelity(dependent, [1, -2, 0.5, 3], 4, gradient), 1e-20);
        Assert.All(gradient, slope => Assert.Equal(0, slope, 1e-10));
    }

    [Fact]
    public void DependentColumnsCostNothing()
    {
        double[] x = MadeNumbers.Of<double>(9, "x"), y = MadeNumbers.Of<double>(9, "y"), alone = new double[9], twice = new double[9];
        double one = PointLosses.Fidelity([.. x], y, 9, alone);
        double two = PointLosses.Fidelity([.. x, .. new double[9], .. x.Select(value => (3 * value) - 1), .. Enumerable.Repeat(2.0, 9)], y, 9, twice);
        Assert.Equal(one, two, 1e-14);
        Assert.Equal(alone, twice, (a, b) => Math.Abs(a - b) < 1e-13);
    }

    private static double[] Parameters(Perceptron<double> network)
    {
        double[] parameters = MadeNumbers.Of<double>(network.ParameterCount, "biases", 0.1), weights = new double[parameters.Length];
        network.Initialize(new RandomStream(5, "weights"), weights);
        return [.. parameters.Zip(weights, (bias, weight) => weight == 0 ? bias : weight)];
    }

    private static double[] Targets(LossKind loss, int outputs) => loss switch
    {
        LossKind.Squared => MadeNumbers.Of<double>(DataRows * outputs, "targets"),
        LossKind.Logistic => [.. Enumerable.Range(0, DataRows * outputs).Select(i => (double)(i % 2))],
        _ => [.. Enumerable.Range(0, DataRows).Select(i => (double)(i % outputs))],
    };

    private static IEnumerable<(string, IPointLoss?)> Parts(int outputs)
    {
        ImmutableArray<double> columns = [.. MadeNumbers.Of<double>(Points * 3 * Samples, "columns")];
        yield return ("nothing", null);
        yield return ("FIDELITY", new GivenNeighbors(Points, Samples, point => [.. columns.AsSpan(point * 3 * Samples, 3 * Samples)], outputs) { Lambda = 0.7 });
        yield return ("1D-FIDELITY", new GivenNeighbors(Points, Samples, point => [.. columns.AsSpan(point * Samples, Samples)], outputs) { Lambda = 1.3 });
        yield return ("STABILITY", new GivenNeighbors(Points, 1 + Samples, null, outputs) { Lambda = 0.4 });
        yield return ("L1", new GivenPenalty(true) { Lambda = 0.01 });
        yield return ("L2", new GivenPenalty(false) { Lambda = 0.03 });
    }

    private static double Total((double Data, double[] Regularizers) values, IPointLoss? part) =>
        values.Data + (part is null ? 0 : part.Lambda * values.Regularizers[0]);
}
