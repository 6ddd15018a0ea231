namespace Indicators.Cli;

/// <summary>What <c>schema</c> and <c>new</c> say.</summary>
internal static partial class Texts
{
    public static readonly Bilingual AboutSchema = new(
        "输出规则文件的 JSON Schema，供编辑器补全和检查（见 docs/editor.md）。",
        "Gives the JSON Schemas of rule files, with which an editor completes and checks (see docs/editor.en.md).");
    public static readonly Bilingual AboutSchemaOut = new(
        "写到这个文件夹，每种文件一个；不写就全部输出为一个 JSON 对象",
        "write them into this folder, one for each kind of file; without it all are printed as one JSON object");
    public static readonly Bilingual NotAFolder = new("“{0}”不是文件夹", "“{0}” is not a folder");
    public static readonly Bilingual AboutNew = new(
        "新建一个指标体系：四个一级指标、佐证、疑点和一个用例，马上可以检查和测试。",
        "Starts a rule set: four dimensions, evidence, flags and a case, ready to be checked and tested.");
    public static readonly Bilingual AboutNewDirectory = new("新文件夹，或一个空文件夹；文件夹名就是编号", "a new folder or an empty one; its name becomes the id");
    public static readonly Bilingual NotEmpty = new("{0} 不是空文件夹，没有写任何文件：换一个名称", "{0} is not empty, nothing was written: choose another name");
    public static readonly Bilingual NewMade = new("已新建 {0}：", "Made {0}:");
    public static readonly Bilingual NewNext = new("接下来：", "Next:");
    public static readonly Bilingual NewCommands = new(
        "  indicators check {0}\n  indicators test {0} --coverage",
        "  indicators check {0} --lang en\n  indicators test {0} --coverage --lang en");
}
