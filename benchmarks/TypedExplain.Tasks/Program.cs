using System.Diagnostics;
using System.Globalization;
using TypedExplain.Tasks;

string Option(string name, string otherwise) => Array.IndexOf(args, name) is >= 0 and int at && at + 1 < args.Length ? args[at + 1] : otherwise;

string task = Option("--task", "list");
if (task == "list")
{
    foreach (string name in TaskList.All.Keys)
        Console.WriteLine(name);
    return 0;
}

if (!TaskList.All.TryGetValue(task, out Func<TaskRun>? make))
{
    Console.Error.WriteLine($"There is no task {task}; --task list prints those there are.");
    return 1;
}

TaskRun run = make();
using Process process = Process.GetCurrentProcess();
double ready = (DateTime.Now - process.StartTime).TotalSeconds;
Runner.Run(
    task,
    run,
    int.Parse(Option("--reps", "5"), CultureInfo.InvariantCulture),
    int.Parse(Option("--threads", "1"), CultureInfo.InvariantCulture),
    double.Parse(Option("--min-seconds", "0.3"), CultureInfo.InvariantCulture),
    ready);
return 0;
