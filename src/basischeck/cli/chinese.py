"""click's own words in Chinese.

click looks its words up with gettext, whose catalogue would follow the locale of the machine; our help and our messages
are Chinese everywhere, so the look-up itself is replaced, once, when the command is imported.
"""

import importlib
from gettext import gettext, ngettext

_WORDS = {
    # the help page
    "Usage:": "用法：",
    "Options": "选项",
    "Commands": "命令",
    "Show this message and exit.": "显示这份说明。",
    "Show the version and exit.": "显示版本。",
    "%(prog)s, version %(version)s": "%(prog)s %(version)s",
    "default: {default}": "默认 {default}",
    "env var: {var}": "环境变量 {var}",
    "(dynamic)": "（按情况）",
    "required": "必填",
    "file": "文件",
    "directory": "文件夹",
    "path": "路径",
    "Choice({choices})": "{choices} 之一",
    "deprecated": "已停用",
    # errors
    "Error: {message}": "错误：{message}",
    "Aborted!": "已中止。",
    "Try '{command} {option}' for help.": "说明：{command} {option}",
    "Missing command.": "没有写命令。",
    "Missing argument": "没有写",
    "Missing option": "没有写选项",
    "Missing parameter": "没有写",
    "Missing {param_type}": "没有写{param_type}",
    "Missing parameter: {param_name}": "没有写 {param_name}",
    "Choose from:\n\t{choices}": "可用：{choices}",
    "Invalid value: {message}": "{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint}：{message}",
    "No such option {name!r}.": "没有选项 {name}。",
    "No such option: {name}": "没有选项 {name}。",
    "No such command {name!r}.": "没有命令 {name}。",
    "Did you mean {possibility}?": "是否指 {possibility}？",
    "(Did you mean one of: {possibilities}?)": "是否指其中之一：{possibilities}？",
    "(Possible options: {possibilities})": "是否指其中之一：{possibilities}？",
    "Got unexpected extra argument ({args})": "多出了 {args}。名称中有空格的，请加引号。",
    "Got unexpected extra arguments ({args})": "多出了 {args}。名称中有空格的，请加引号。",
    "Option {name!r} does not take a value.": "选项 {name} 后面不写值。",
    "Option {name!r} requires an argument.": "选项 {name} 后面要写一个值。",
    "Option {name!r} requires {nargs} arguments.": "选项 {name} 后面要写 {nargs} 个值。",
    "Argument {name!r} takes {nargs} values.": "{name} 要写 {nargs} 个值。",
    "Takes {nargs} values but 1 was given.": "要写 {nargs} 个值，只写了 1 个。",
    "Takes {nargs} values but {len} were given.": "要写 {nargs} 个值，写了 {len} 个。",
    "{value!r} is not {choice}.": "不能是“{value}”，只能是 {choice}。",
    "{value!r} is not one of {choices}.": "不能是“{value}”，可用：{choices}。",
    "{value!r} does not match the format {format}.": "“{value}”不是日期，请写成 2026-11-22 的样子。",
    "{value!r} does not match the formats {formats}.": "“{value}”不是日期，请写成 2026-11-22 的样子。",
    "{value!r} is not a valid {number_type}.": "“{value}”不是整数。",
    "{value} is not in the range {range}.": "{value} 不在 {range} 的范围内。",
    "{name} {filename!r} does not exist.": "找不到“{filename}”。请检查路径和名称。",
    "{name} {filename!r} is a file.": "“{filename}”是文件，这里要写文件夹。",
    "{name} {filename!r} is a directory.": "“{filename}”是文件夹，这里要写文件名。",
    "{name} {filename!r} is not readable.": "“{filename}”没有读取权限。",
    "{name} {filename!r} is not writable.": "“{filename}”没有写入权限。",
    "Could not open file {filename!r}: {message}": "无法打开“{filename}”：{message}",
    "unknown error": "原因不明",
    "Shell completion is not supported for Bash versions older than 4.4.": "bash 4.4 以上才能补全。",
    "Couldn't detect Bash version, shell completion is not supported.": "看不出 bash 的版本，不能补全。",
}


def chinese(message: str) -> str:
    """Return click's words in Chinese; what is only for programmers stays as gettext has it."""
    return _WORDS.get(message) or gettext(message)


def _counted(one: str, many: str, count: int) -> str:
    chosen = one if count == 1 else many
    return _WORDS.get(chosen) or ngettext(one, many, count)


def speak_chinese() -> None:
    """Have click look its words up here."""
    for name in ("core", "decorators", "exceptions", "formatting", "parser", "shell_completion", "types"):
        module = importlib.import_module(f"click.{name}")
        for found, ours in (("_", chinese), ("ngettext", _counted)):
            if hasattr(module, found):
                setattr(module, found, ours)
