using System.Globalization;

namespace TypedExplain.Tasks;

/// <summary>All tasks by name; a task is set up when it is asked for.</summary>
public static class TaskList
{
    public static IReadOnlyDictionary<string, Func<TaskRun>> All { get; } = Make();

    private static Dictionary<string, Func<TaskRun>> Make()
    {
        Dictionary<string, Func<TaskRun>> tasks = new(StringComparer.Ordinal);
        foreach ((int d, int few, int many) in new[] { (4, 30, 30), (32, 30, 20), (128, 20, 10), (784, 5, 3) })
        {
            foreach ((int n, int instances) in new[] { (500, few), (5000, many) })
                tasks.Add(Name($"analytic-d{d}-lime-n{n}"), () => OfWidth(d, new LimeTask(n, instances, FeatureSelection.All)));
        }

        tasks.Add("analytic-d32-lime-top5-n500", () => OfWidth(32, new LimeTask(500, 5, FeatureSelection.Auto(5))));
        foreach ((int d, int instances) in new[] { (4, 30), (32, 15) })
        {
            tasks.Add(Name($"analytic-d{d}-slime-k2-n500"), () => OfWidth(d, new SmoothedLimeTask(500, 30)));
            tasks.Add(Name($"analytic-d{d}-linex-k2-n500"), () => OfWidth(d, new LinexTask(500, instances)));
            tasks.Add(Name($"analytic-d{d}-lime-default-n500"), () => OfWidth(d, new DefaultTask(500, 30, IsLinex: false)));
            tasks.Add(Name($"analytic-d{d}-lime-default-bare-n500"), () => OfWidth(d, new DefaultTask(500, 30, IsLinex: false, Intervals: false)));
            tasks.Add(Name($"analytic-d{d}-linex-default-n500"), () => OfWidth(d, new DefaultTask(500, instances, IsLinex: true)));
        }

        foreach ((int d, int instances) in new[] { (128, 10), (784, 3) })
            tasks.Add(Name($"analytic-d{d}-lime-default-n5000"), () => OfWidth(d, new DefaultTask(5000, instances, IsLinex: false)));
        foreach (int n in new[] { 5000, 500, 10 })
            tasks.Add(Name($"iris-rf-lime-n{n}"), () => IrisTasks.Lime(n));
        tasks.Add("iris-rf-slime-k2-n10", () => IrisTasks.SmoothedLime());
        tasks.Add("iris-rf-linex-k2-n10", () => IrisTasks.Linex());
        tasks.Add("iris-maple", () => IrisTasks.Maple());
        tasks.Add("iris-maple-fit", () => IrisTasks.MapleFit());
        tasks.Add("iris-kde-sample-n500", () => IrisTasks.KdeSample());
        tasks.Add("iris-rf-melime-kde-n500", () => IrisTasks.Melime());
        tasks.Add("iris-rf-treeshap", () => IrisTasks.TreeShap());
        foreach ((int d, int instances) in new[] { (8, 10), (16, 5) })
        {
            tasks.Add(Name($"analytic-d{d}-kernelshap"), () => OfWidth(d, new KernelShapTask(50, instances)));
            tasks.Add(Name($"analytic-d{d}-kernelshap-b1"), () => OfWidth(d, new KernelShapTask(1, instances)));
            tasks.Add(Name($"analytic-d{d}-permutation"), () => OfWidth(d, new PermutationTask(10)));
        }

        tasks.Add("text-lime-n1000", () => MediaTasks.Text());
        tasks.Add("image-lime-n1000-grid49", () => MediaTasks.Image());
        foreach (string regularizer in new[] { "none", "fidelity", "1d" })
            tasks.Add($"expo-step-{regularizer}", () => ExpoTasks.Step(regularizer));
        tasks.Add("german-rf-recourse", () => GermanTasks.Forest(isRead: true));
        tasks.Add("german-rf-asked-recourse", () => GermanTasks.Forest(isRead: false));
        tasks.Add("german-lr-recourse", () => GermanTasks.Logistic());
        return tasks;
    }

    private static TaskRun OfWidth(int d, IAnalyticTask task) => d switch
    {
        4 => task.Make<D4>(4, x => new(x)),
        8 => task.Make<D8>(8, x => new(x)),
        16 => task.Make<D16>(16, x => new(x)),
        32 => task.Make<D32>(32, x => new(x)),
        128 => task.Make<D128>(128, x => new(x)),
        _ => task.Make<D784>(784, x => new(x)),
    };

    private static string Name(FormattableString name) => name.ToString(CultureInfo.InvariantCulture);
}
